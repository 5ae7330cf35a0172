package org.randot.commitments.review;

import java.util.Arrays;
import java.util.Optional;

/** The decisions of {@code api.md}; their names are what a process reads in the variable {@code decision}. */
public enum Decision {
    COMPLETE(true, false),
    INCOMPLETE(false, true),
    APPROVE(true, false),
    APPROVE_WITH_OBSERVATIONS(true, true),
    RETURN(false, true),
    ACCEPT_NOT_APPLICABLE(true, false),
    REJECT_NOT_APPLICABLE(false, true),
    GRANT(true, false),
    REFUSE(false, true);

    private final boolean accepts;
    private final boolean needsText;

    Decision(boolean accepts, boolean needsText) {
        this.accepts = accepts;
        this.needsText = needsText;
    }

    /** The submission goes onward; otherwise it goes back to the state. */
    public boolean accepts() {
        return accepts;
    }

    /** The state must be told why. */
    public boolean needsText() {
        return needsText;
    }

    public boolean needsMark() {
        return this == RETURN;
    }

    static Optional<Decision> named(String name) {
        return Arrays.stream(values())
                .filter(decision -> decision.name().equals(name))
                .findFirst();
    }
}
