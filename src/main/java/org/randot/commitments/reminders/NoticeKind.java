package org.randot.commitments.reminders;

/** What a notice says; its words are the message {@code reminders.notice.‹kind›}. */
public enum NoticeKind {
    STAGE_OPENED(Mail.DIGEST, ""),
    /** The stage falls due. */
    REMINDER(Mail.DIGEST, "stage"),
    OVERDUE(Mail.DIGEST, "stage"),
    /** Told to others than those who have to act (domain.md 3.5). */
    ESCALATION(Mail.DIGEST, "escalation"),
    RETURNED(Mail.ONCE, ""),
    APPROVED(Mail.ONCE, ""),
    NOT_APPLICABLE(Mail.ONCE, ""),
    DATES_CHANGED(Mail.ONCE, ""),
    /** Those of an undertaking that the person watches. */
    DATES_MOVED(Mail.ONCE, ""),
    /** A part of a task was given to the person. */
    DELEGATED(Mail.ONCE, ""),
    /** It came back to the person with a note. */
    PART_RETURNED(Mail.ONCE, ""),
    /** A part is back with the coordinators. */
    PART_BACK(Mail.ONCE, ""),
    EXTENSION_GRANTED(Mail.ONCE, ""),
    EXTENSION_REFUSED(Mail.ONCE, ""),
    REOPENED(Mail.ONCE, ""),
    SUSPENDED(Mail.ONCE, ""),
    RESUMED(Mail.ONCE, ""),
    /** The commitment needs a treaty to which the state is not party. */
    NOT_PARTY(Mail.ONCE, ""),
    APPLIES(Mail.ONCE, ""),
    /** It is not party and takes part nevertheless. */
    TAKES_PART(Mail.ONCE, ""),
    /** What forms ask depends on a treaty towards which the state stands otherwise now. */
    TREATY_CHANGED(Mail.ONCE, ""),
    TO_CHECK(Mail.DIGEST, ""),
    TO_REVIEW(Mail.ONCE, ""),
    /** More time is asked for. */
    TO_EXTEND(Mail.ONCE, ""),
    /** No reviewer is named and none could be: somebody has to be. */
    TO_ASSIGN(Mail.ONCE, ""),
    REVIEW_REMINDER(Mail.DIGEST, "review"),
    REVIEW_OVERDUE(Mail.DIGEST, "review"),
    REVIEW_ESCALATION(Mail.DIGEST, "review escalation");

    private enum Mail {
        DIGEST,
        ONCE
    }

    private final Mail mail;
    private final String series;

    NoticeKind(Mail mail, String series) {
        this.mail = mail;
        this.series = series;
    }

    /** In the day's digest; all others are told at once. */
    public boolean isForDigest() {
        return mail == Mail.DIGEST;
    }

    /** One of many about the same date, of which the first stands in the inbox and the last counts in a digest. */
    public boolean isOfSeries() {
        return !series.isEmpty();
    }

    /** Which series; the kind itself where it is of none. */
    public String series() {
        return series.isEmpty() ? name() : series;
    }

    /** It speaks of something that is overdue, to whomever. */
    public boolean tellsOfOverdue() {
        return this == OVERDUE || this == REVIEW_OVERDUE || this == ESCALATION || this == REVIEW_ESCALATION;
    }

    /** Overdue work is told whatever a person has muted, and moved dates concern more than one undertaking. */
    public boolean mayBeMuted() {
        return !tellsOfOverdue() && this != DATES_CHANGED;
    }

    boolean isAboutPart() {
        return this == DELEGATED || this == PART_RETURNED || this == PART_BACK;
    }
}
