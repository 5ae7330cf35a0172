package org.randot.commitments.status;

/** Are we on time? (domain.md 6.1) In the order of the worst first, by which several undertakings of one commitment are joined. */
public enum Delivery {
    OFF_TRACK,
    AT_RISK,
    SUSPENDED,
    ON_TRACK,
    COMPLETED,
    NOT_APPLICABLE
}
