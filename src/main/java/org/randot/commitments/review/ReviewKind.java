package org.randot.commitments.review;

import java.util.Set;
import org.randot.commitments.undertakings.StageStatus;

/** What is asked of whoever looks at a submission, and what may be answered (domain.md 3.3). */
public enum ReviewKind {
    /** Secretariat: is everything there? Passes by itself when its time runs out. */
    COMPLETENESS(Set.of(Decision.COMPLETE, Decision.INCOMPLETE)),
    /** Reviewer: are the acceptance criteria met? */
    MILESTONE(Set.of(Decision.APPROVE, Decision.APPROVE_WITH_OBSERVATIONS, Decision.RETURN)),
    /** Reviewer, or chair where the stage is mandatory: does the stage not apply to this state? */
    NOT_APPLICABLE(Set.of(Decision.ACCEPT_NOT_APPLICABLE, Decision.REJECT_NOT_APPLICABLE)),
    /** Reviewer: may the stage have more time? The process does not wait for it. */
    EXTENSION(Set.of(Decision.GRANT, Decision.REFUSE));

    private final Set<Decision> decisions;

    ReviewKind(Set<Decision> decisions) {
        this.decisions = decisions;
    }

    public boolean allows(Decision decision) {
        return decisions.contains(decision);
    }

    /** It is about what was handed in: the stage waits for it. */
    public boolean isOfSubmission() {
        return this != EXTENSION;
    }

    /** It settles the stage or gives it back. */
    boolean isOfMilestone() {
        return this == MILESTONE || this == NOT_APPLICABLE;
    }

    /** Where the stage stands meanwhile. */
    StageStatus stageStatus() {
        return this == COMPLETENESS ? StageStatus.COMPLETENESS_CHECK : StageStatus.UNDER_REVIEW;
    }
}
