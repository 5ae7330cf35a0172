package org.randot.commitments.undertakings;

/** Where a part that was given away stands. */
public enum DelegationStatus {
    /** It is being filled. */
    OPEN,
    /** It is back; the coordinator decides. */
    DONE,
    /** Its answers are in the draft. */
    APPROVED,
    /** The coordinator took it back without its answers. */
    TAKEN_BACK;

    /** Somebody still has it, or the coordinator has not decided yet: the task cannot be handed in. */
    public boolean isLiving() {
        return this == OPEN || this == DONE;
    }
}
