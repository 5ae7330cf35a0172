package org.randot.commitments.review.web;

import org.randot.commitments.shared.Refusal;

/** The box that confirms the decision was not ticked. */
final class NotConfirmed extends Refusal {
    private static final long serialVersionUID = 1L;

    NotConfirmed() {
        super(Kind.BROKEN_RULE, "review.refusal.notConfirmed");
    }
}
