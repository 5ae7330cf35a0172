package org.randot.commitments.review;

import org.randot.commitments.shared.Refusal;

/** Primary and second reviewer are two different reviewers, neither nominated by the state. */
public final class AssignmentUnfit extends Refusal {
    private static final long serialVersionUID = 1L;

    AssignmentUnfit() {
        super(Kind.BROKEN_RULE, "review.refusal.assignmentUnfit");
    }
}
