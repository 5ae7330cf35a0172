package org.randot.commitments.reference;

import java.util.List;

/**
 * What moving a date of the calendar would do.
 *
 * @param calendar as it would be
 * @param shifts due dates that would move, and stages and undertakings that would come or go with their year
 * @param yearsEntering reporting years that would enter the cycle
 * @param yearsLeaving reporting years that would drop out
 */
public record CalendarEffect(
        Cycle calendar, List<DueDateShift> shifts, List<Integer> yearsEntering, List<Integer> yearsLeaving) {
    static CalendarEffect of(Cycle before, Cycle calendar, List<DueDateShift> shifts) {
        return new CalendarEffect(
                calendar,
                shifts,
                without(calendar.reportingYears(), before.reportingYears()),
                without(before.reportingYears(), calendar.reportingYears()));
    }

    private static List<Integer> without(List<Integer> years, List<Integer> others) {
        return years.stream().filter(year -> !others.contains(year)).toList();
    }
}
