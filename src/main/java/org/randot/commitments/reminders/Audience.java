package org.randot.commitments.reminders;

/** Who is told by a step; the names that the table {@code escalation-ladders} uses, and the two who have to act. */
enum Audience {
    /** The coordinators of the state, whose turn it is. */
    COORDINATORS,
    /** Those whose decision a review waits for. */
    DECIDERS,
    ALTERNATES,
    SECRETARIAT,
    MISSION_OBSERVER,
    CHAIR,
    SECOND_REVIEWER
}
