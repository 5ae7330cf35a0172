package org.randot.commitments.undertakings;

/** Life of a stage (domain.md 3.3). */
public enum StageStatus {
    NOT_STARTED,
    OPEN,
    SUBMITTED,
    COMPLETENESS_CHECK,
    UNDER_REVIEW,
    RETURNED,
    APPROVED,
    APPROVED_WITH_OBSERVATIONS,
    NOT_APPLICABLE;

    public boolean isApproved() {
        return this == APPROVED || this == APPROVED_WITH_OBSERVATIONS;
    }

    /** Over: approved, or accepted as not applicable. */
    public boolean isSettled() {
        return isApproved() || this == NOT_APPLICABLE;
    }

    /** It is the coordinator's turn; only then can a stage be overdue (domain.md 6.2). */
    public boolean isWithCoordinator() {
        return this == OPEN || this == RETURNED;
    }
}
