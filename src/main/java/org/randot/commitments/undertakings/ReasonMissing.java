package org.randot.commitments.undertakings;

import org.randot.commitments.shared.Refusal;

/** This needs a reason in words. */
public final class ReasonMissing extends Refusal {
    private static final long serialVersionUID = 1L;

    public ReasonMissing() {
        super(Kind.BROKEN_RULE, "undertakings.refusal.reasonMissing");
    }
}
