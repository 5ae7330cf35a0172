package org.randot.commitments.undertakings;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.randot.commitments.engine.StageKey;
import org.randot.commitments.shared.Fact;

/** What happens to parts of a task that are given to others (domain.md 3.3, T0). */
public sealed interface DelegationFact extends Fact {
    UndertakingKey undertaking();

    /** The part that was given away. */
    UUID delegation();

    @Override
    default String subject() {
        return undertaking().toString();
    }

    @Override
    default String state() {
        return undertaking().state();
    }

    /** @param version grows each time the part comes to the person */
    record Delegated(
            UndertakingKey undertaking,
            StageKey stage,
            UUID delegation,
            UUID person,
            List<String> sections,
            int version)
            implements DelegationFact {}

    /** By a link, to somebody without an account. */
    record LinkMade(UndertakingKey undertaking, StageKey stage, UUID delegation, List<String> sections, Instant expires)
            implements DelegationFact {}

    record PartDone(UndertakingKey undertaking, StageKey stage, UUID delegation, int version)
            implements DelegationFact {}

    /** With the coordinator's note. */
    record PartSentBack(
            UndertakingKey undertaking, StageKey stage, UUID delegation, UUID person, String reason, int version)
            implements DelegationFact {}

    record PartApproved(UndertakingKey undertaking, StageKey stage, UUID delegation) implements DelegationFact {}

    record PartTakenBack(UndertakingKey undertaking, StageKey stage, UUID delegation) implements DelegationFact {}
}
