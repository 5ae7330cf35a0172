package org.randot.commitments.review;

/** Where a review stands. */
public enum ReviewStatus {
    OPEN,
    DECIDED,
    /** Its time ran out without a person, and the submission went on. */
    LAPSED,
    /** The state took its submission back. */
    WITHDRAWN
}
