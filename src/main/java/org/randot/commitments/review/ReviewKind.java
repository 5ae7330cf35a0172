package org.randot.commitments.review;

import java.util.Set;
import org.randot.commitments.undertakings.StageStatus;

/** What is asked of whoever looks at a submission, and what may be answered (domain.md 3.3). */
public enum ReviewKind {
    /** Secretariat: is everything there? Passes by itself when its time runs out. */
    COMPLETENESS(Set.of(Decision.COMPLETE, Decision.INCOMPLETE), StageStatus.COMPLETENESS_CHECK),
    /** Reviewer: are the acceptance criteria met? */
    MILESTONE(Set.of(Decision.APPROVE, Decision.APPROVE_WITH_OBSERVATIONS, Decision.RETURN), StageStatus.UNDER_REVIEW),
    /** Reviewer, or chair where the stage is mandatory: does the stage not apply to this state? */
    NOT_APPLICABLE(Set.of(Decision.ACCEPT_NOT_APPLICABLE, Decision.REJECT_NOT_APPLICABLE), StageStatus.UNDER_REVIEW);

    private final Set<Decision> decisions;
    private final StageStatus stageStatus;

    ReviewKind(Set<Decision> decisions, StageStatus stageStatus) {
        this.decisions = decisions;
        this.stageStatus = stageStatus;
    }

    public boolean allows(Decision decision) {
        return decisions.contains(decision);
    }

    StageStatus stageStatus() {
        return stageStatus;
    }
}
