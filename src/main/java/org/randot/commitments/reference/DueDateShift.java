package org.randot.commitments.reference;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A due date that a moved meeting date shifts, or a reporting year that comes or goes with it; null = "date to be set".
 *
 * @param state ISO3
 */
public record DueDateShift(
        String state,
        String undertaking,
        String stage,
        Kind kind,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {
    /** What happens to the stage. */
    public enum Kind {
        /** Its due date moves. */
        MOVES,
        /** Its reporting year enters the cycle. */
        ENTERS,
        /** Its reporting year leaves the cycle. */
        LEAVES
    }
}
