package org.randot.commitments.undertakings;

import org.randot.commitments.shared.Refusal;

/** A part cannot be given away, or taken over, like this. */
public final class DelegationRefused extends Refusal {
    private static final long serialVersionUID = 1L;

    /** Why; the constant's name is the end of the message key. */
    public enum Reason {
        /** Nobody of the state who may contribute has this name. */
        UNKNOWN_PERSON,
        UNKNOWN_FIELDS,
        /** Somebody else has it. */
        GIVEN_ALREADY,
        /** It is not back yet, or was decided on already. */
        NOT_BACK,
        LINK_LIFE,
        LINK_NAME,
        /** Parts are with others: the task cannot go on. */
        PARTS_OPEN
    }

    private final Reason reason;

    public DelegationRefused(Reason reason) {
        super(Kind.BROKEN_RULE, "undertakings.refusal.delegation." + reason);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
