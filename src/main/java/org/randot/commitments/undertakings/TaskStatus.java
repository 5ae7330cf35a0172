package org.randot.commitments.undertakings;

/** Where a coordinator's task stands. */
public enum TaskStatus {
    /** An earlier task of its stage comes first, or it was handed in and is on its way back. */
    WAITING,
    OPEN,
    /** Given back with the reviewer's marks. */
    RETURNED,
    /** Handed in; it waits for others. */
    SUBMITTED,
    /** Its stage is settled. */
    DONE;

    public boolean isWithCoordinator() {
        return this == OPEN || this == RETURNED;
    }
}
