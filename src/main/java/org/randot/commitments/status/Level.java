package org.randot.commitments.status;

/** What has been achieved? (domain.md 6.1) From the lowest to the highest; NOT_APPLICABLE stands outside. */
public enum Level {
    NO_REPORT,
    NOT_STARTED,
    INITIAL,
    PARTIALLY_IMPLEMENTED,
    IMPLEMENTED,
    NOT_APPLICABLE
}
