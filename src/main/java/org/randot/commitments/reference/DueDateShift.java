package org.randot.commitments.reference;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A due date that a moved date of the calendar shifts, or what comes or goes with its reporting year; null = "date to be set".
 *
 * @param state ISO3
 * @param stage empty where the whole undertaking comes or goes
 */
public record DueDateShift(
        String state,
        String undertaking,
        String stage,
        Kind kind,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {
    /** What happens to the stage, or to the undertaking. */
    public enum Kind {
        /** Its due date moves. */
        MOVES,
        /** Its reporting year enters the cycle. */
        ENTERS,
        /** Its reporting year leaves the cycle. */
        LEAVES
    }
}
