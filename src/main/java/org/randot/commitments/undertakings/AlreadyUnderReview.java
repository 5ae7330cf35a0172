package org.randot.commitments.undertakings;

import org.randot.commitments.shared.Refusal;

/** A reviewer has opened the submission, or it does not wait for one: it cannot be taken back. */
public final class AlreadyUnderReview extends Refusal {
    private static final long serialVersionUID = 1L;

    public AlreadyUnderReview() {
        super(Kind.CONFLICT, "undertakings.refusal.alreadyUnderReview");
    }
}
