package org.randot.commitments.identity;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.shared.Fact;

/** What happens to a person's account. Ids only: the record names no one. */
public sealed interface PersonFact extends Fact {
    UUID person();

    @Override
    default String subject() {
        return "person:" + person();
    }

    @Override
    default String state() {
        return "";
    }

    record PersonAdded(UUID person) implements PersonFact {}

    record PersonRenamed(UUID person) implements PersonFact {}

    record RightsChanged(
            UUID person, Set<Role> roles, @Nullable String home) implements PersonFact {
        @Override
        public String state() {
            return home == null ? "" : home;
        }
    }

    record PersonActivated(UUID person) implements PersonFact {}

    record PersonDeactivated(UUID person) implements PersonFact {}

    record PersonNominated(UUID person, String by, LocalDate from, String noteVerbale) implements PersonFact {
        @Override
        public String state() {
            return by;
        }
    }

    record NominationEnded(UUID person, String by, LocalDate until) implements PersonFact {
        @Override
        public String state() {
            return by;
        }
    }

    record StandingChanged(UUID person, boolean alternate) implements PersonFact {}

    record PasswordChanged(UUID person) implements PersonFact {}

    record LinkIssued(UUID person) implements PersonFact {}

    record TokenMade(UUID person, UUID token) implements PersonFact {}

    record TokenRevoked(UUID person, UUID token) implements PersonFact {}
}
