package org.randot.commitments.scenarios;

import java.util.Locale;
import org.randot.commitments.identity.Actor;
import org.randot.commitments.identity.People;

/** The people of the scenarios: the accounts of the demonstration. */
record Cast(People people, String state) {
    Actor coordinator() {
        return person("coordinator." + state.toLowerCase(Locale.ROOT));
    }

    /** A delegate of another state. */
    Actor reviewer() {
        return person(state.equals("CAN") ? "reviewer.mex" : "reviewer.can");
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

    private Actor person(String username) {
        return people.byUsername(username).orElseThrow();
    }
}
