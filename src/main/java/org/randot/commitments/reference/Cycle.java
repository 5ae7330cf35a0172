package org.randot.commitments.reference;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A cycle between two meetings (domain.md 3.2): {@code adoptionDate} A, {@code midCycleDate} N, {@code meetingDate} M,
 * {@code cutOffDate} C, {@code translationDate} T, {@code circulationDate} R. Dates that depend on an empty M are empty.
 *
 * @param cutOffDefault where C lies while it follows the meeting
 * @param cutOffByHand C was set apart: it stays where it is when the meeting moves
 * @param placeholder the meeting date is not official (demonstrations)
 * @param state OPEN or CLOSED
 */
public record Cycle(
        String code,
        LocalDate adoptionDate,
        @Nullable LocalDate midCycleDate,
        @Nullable LocalDate meetingDate,
        @Nullable LocalDate cutOffDate,
        @Nullable LocalDate cutOffDefault,
        boolean cutOffByHand,
        @Nullable LocalDate translationDate,
        @Nullable LocalDate circulationDate,
        boolean placeholder,
        String state,
        int version) {
    private static final int CUT_OFF_DAYS = 60;
    private static final int TRANSLATION_DAYS = 45;
    private static final int CIRCULATION_DAYS = 30;

    /** Calendar years with A ≤ 31 December &lt; C; none without a meeting date. */
    public List<Integer> reportingYears() {
        LocalDate cutOff = cutOffDate;
        if (cutOff == null) {
            return List.of();
        }
        return IntStream.rangeClosed(adoptionDate.getYear(), cutOff.getYear())
                .filter(year -> LocalDate.of(year, 12, 31).isBefore(cutOff))
                .boxed()
                .toList();
    }

    /** The same cycle as if its meeting began on another day: what hangs on it moves along. */
    public Cycle withMeetingDate(LocalDate date) {
        LocalDate meeting = meetingDate;
        LocalDate byDefault = moved(cutOffDefault, meeting, date, CUT_OFF_DAYS);
        return new Cycle(
                code,
                adoptionDate,
                midCycleDate,
                date,
                cutOffByHand ? cutOffDate : byDefault,
                byDefault,
                cutOffByHand,
                moved(translationDate, meeting, date, TRANSLATION_DAYS),
                moved(circulationDate, meeting, date, CIRCULATION_DAYS),
                placeholder,
                state,
                version);
    }

    /** The same cycle as if its cut-off were on this day, or, without one, followed the meeting again; nothing else moves. */
    public Cycle withCutOffDate(@Nullable LocalDate date) {
        return new Cycle(
                code,
                adoptionDate,
                midCycleDate,
                meetingDate,
                date == null ? cutOffDefault : date,
                cutOffDefault,
                date != null,
                translationDate,
                circulationDate,
                placeholder,
                state,
                version);
    }

    private static LocalDate moved(@Nullable LocalDate key, @Nullable LocalDate from, LocalDate to, int defaultDays) {
        long days = key == null || from == null ? defaultDays : ChronoUnit.DAYS.between(key, from);
        return to.minusDays(days);
    }
}
