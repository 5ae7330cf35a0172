package org.randot.commitments.reminders;

/** What a notice says; its words are the message {@code reminders.notice.‹kind›}. */
public enum NoticeKind {
    STAGE_OPENED,
    /** The stage falls due. */
    REMINDER,
    OVERDUE,
    /** Told to others than those who have to act (domain.md 3.5). */
    ESCALATION,
    RETURNED,
    APPROVED,
    NOT_APPLICABLE,
    DATES_CHANGED,
    TO_CHECK,
    TO_REVIEW,
    REVIEW_REMINDER,
    REVIEW_OVERDUE,
    REVIEW_ESCALATION
}
