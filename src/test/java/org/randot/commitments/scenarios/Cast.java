package org.randot.commitments.scenarios;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.randot.commitments.identity.Actor;
import org.randot.commitments.identity.People;
import org.randot.commitments.identity.Role;
import org.randot.commitments.shared.Ids;
import org.randot.commitments.shared.Language;

/** The people of the scenarios: the accounts of the demonstration. */
record Cast(People people, String state) {
    Actor coordinator() {
        return ofState("coordinator");
    }

    Actor missionObserver() {
        return ofState("observer");
    }

    /** A delegate of another state, whom this one never nominated. */
    Actor reviewer() {
        return Stream.of("reviewer.can", "reviewer.mex", "reviewer.usa", "reviewer.jam")
                .map(this::person)
                .filter(delegate -> !people.wasEverNominatedBy(delegate.id(), state))
                .findFirst()
                .orElseThrow();
    }

    /** A delegate of the state itself; only some states have one. */
    Actor reviewerOfTheState() {
        return ofState("reviewer");
    }

    Actor secretariat() {
        return person("secretariat");
    }

    Actor chair() {
        return person("chair");
    }

    Actor administrator() {
        return person("administrator");
    }

    Actor auditor() {
        return person("auditor");
    }

    /** Somebody whom the state never nominated, but who hands in for it. */
    Actor deputy() {
        return new Actor(Ids.next(), "deputy", "Deputy", Set.of(Role.NATIONAL_COORDINATOR), state, Language.EN);
    }

    private Actor ofState(String role) {
        return person(role + "." + state.toLowerCase(Locale.ROOT));
    }

    private Actor person(String username) {
        return people.byUsername(username).orElseThrow();
    }
}
