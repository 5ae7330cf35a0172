package org.randot.commitments.reference;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A date of the calendar that was moved: which, when, from where to where, why and by whom.
 *
 * @param byHand of the cut-off date: it was set apart; false = it follows the meeting date again
 */
public record CalendarChange(
        Key key,
        Instant changedAt,
        @Nullable LocalDate from,
        LocalDate to,
        boolean byHand,
        String reason,
        String changedBy) {
    /** The dates that an administrator moves (domain.md 3.2). */
    public enum Key {
        /** First day of the meeting. */
        M,
        /** Cut-off for the data of the report. */
        C
    }
}
