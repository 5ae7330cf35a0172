package org.randot.commitments.reference;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A cycle between two meetings (domain.md 3.2): {@code adoptionDate} A, {@code midCycleDate} N, {@code meetingDate} M,
 * {@code cutOffDate} C, {@code translationDate} T, {@code circulationDate} R. Dates that depend on an empty M are empty.
 *
 * @param placeholder the meeting date is not official (demonstrations)
 * @param state OPEN or CLOSED
 */
public record Cycle(
        String code,
        LocalDate adoptionDate,
        @Nullable LocalDate midCycleDate,
        @Nullable LocalDate meetingDate,
        @Nullable LocalDate cutOffDate,
        @Nullable LocalDate translationDate,
        @Nullable LocalDate circulationDate,
        boolean placeholder,
        String state,
        int version) {

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
}
