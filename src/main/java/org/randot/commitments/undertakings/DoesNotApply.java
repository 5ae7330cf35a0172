package org.randot.commitments.undertakings;

import org.randot.commitments.shared.Refusal;

/** While an undertaking does not apply to the state nothing is handed in or decided; drafts can be kept. */
public final class DoesNotApply extends Refusal {
    private static final long serialVersionUID = 1L;

    public DoesNotApply() {
        super(Kind.CONFLICT, "undertakings.refusal.doesNotApply");
    }
}
