package org.randot.commitments.reference;

import java.time.LocalDate;

/** Which days the seat works: not on Saturdays, Sundays and OAS holidays (domain.md 3.2, rule 2). */
@FunctionalInterface
public interface WorkingDays {
    boolean isFree(LocalDate day);

    /** The day itself, or the next one that is worked. */
    default LocalDate onOrAfter(LocalDate day) {
        LocalDate date = day;
        while (isFree(date)) {
            date = date.plusDays(1);
        }
        return date;
    }
}
