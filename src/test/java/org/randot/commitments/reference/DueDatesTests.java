package org.randot.commitments.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DueDatesTests {
    private static final LocalDate HOLIDAY = LocalDate.of(2026, 1, 1);
    private final DueDates dueDates = new DueDates(day ->
            day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY || day.equals(HOLIDAY));

    @ParameterizedTest
    @CsvSource({"A+P10D, 2024-04-19", "M-P540D, 2025-04-23", "C-P0D, 2026-08-16", "Y+P90D, 2026-03-31"})
    void countsFromTheAnchor_whenItHasADate(String expression, LocalDate expected) {
        Cycle cycle = cycle(LocalDate.of(2026, 10, 15));
        assertThat(DueExpression.parse(expression).on(new Anchors(cycle, null, null, 2025)))
                .contains(expected);
    }

    @Test
    void givesTheMinimumTime_whenTheYearlyFormOpensLate() {
        // given: vector V14
        Anchors anchors = new Anchors(cycle(LocalDate.of(2026, 10, 15)), LocalDate.of(2026, 3, 10), null, 2025);
        // when, then
        assertThat(dueDates.dueDate(DueExpression.parse("Y+P90D"), anchors, 30)).contains(LocalDate.of(2026, 4, 9));
    }

    @Test
    void isToBeSet_whenTheAnchorHasNoDate() {
        assertThat(dueDates.dueDate(DueExpression.parse("M-P90D"), new Anchors(cycle(null), null, null, null), 30))
                .isEmpty();
    }

    @Test
    void movesToTheNextWorkingDay_whenItFallsOnAHolidayOrWeekend() {
        Cycle cycle = cycle(LocalDate.of(2026, 10, 15));
        assertThat(dueDates.dueDate(DueExpression.parse("S+P0D"), new Anchors(cycle, HOLIDAY, null, null), 0))
                .contains(LocalDate.of(2026, 1, 2));
        assertThat(dueDates.dueDate(
                        DueExpression.parse("S+P0D"), new Anchors(cycle, LocalDate.of(2026, 1, 3), null, null), 0))
                .contains(LocalDate.of(2026, 1, 5));
    }

    @Test
    void neverPassesTheCutOff() {
        Cycle cycle = cycle(LocalDate.of(2026, 10, 15));
        assertThat(dueDates.dueDate(DueExpression.parse("M-P30D"), new Anchors(cycle, null, null, null), 30))
                .contains(LocalDate.of(2026, 8, 16));
    }

    @Test
    void givesThirtyDays_whenReturnedBeforeTheCutOff() {
        Cycle cycle = cycle(LocalDate.of(2026, 10, 15));
        LocalDate day = LocalDate.of(2026, 2, 10);
        assertThat(dueDates.afterReturn(day, Optional.of(LocalDate.of(2026, 2, 1)), cycle))
                .contains(LocalDate.of(2026, 3, 12));
        assertThat(dueDates.afterReturn(day, Optional.of(LocalDate.of(2026, 6, 1)), cycle))
                .contains(LocalDate.of(2026, 6, 1));
        assertThat(dueDates.afterReturn(LocalDate.of(2026, 8, 1), Optional.empty(), cycle))
                .contains(LocalDate.of(2026, 8, 16));
    }

    @Test
    void givesTenDaysButNotPastTheCirculation_whenReturnedAfterTheCutOff() {
        Cycle cycle = cycle(LocalDate.of(2026, 10, 15));
        assertThat(dueDates.afterReturn(LocalDate.of(2026, 8, 20), Optional.empty(), cycle))
                .contains(LocalDate.of(2026, 8, 30));
        assertThat(dueDates.afterReturn(LocalDate.of(2026, 9, 12), Optional.empty(), cycle))
                .contains(LocalDate.of(2026, 9, 15));
    }

    @Test
    void keepsAGrantedDateWithinTheCutOff_whenTheCalendarMoves() {
        Cycle cycle = cycle(LocalDate.of(2026, 10, 15));
        LocalDate ahead = LocalDate.of(2026, 8, 1);
        assertThat(dueDates.granted(LocalDate.of(2026, 8, 10), ahead, cycle)).isEqualTo(LocalDate.of(2026, 8, 10));
        assertThat(dueDates.granted(LocalDate.of(2026, 8, 30), ahead, cycle)).isEqualTo(LocalDate.of(2026, 8, 16));
        LocalDate after = LocalDate.of(2026, 8, 20);
        assertThat(dueDates.granted(LocalDate.of(2026, 8, 30), after, cycle)).isEqualTo(LocalDate.of(2026, 8, 30));
        assertThat(dueDates.granted(LocalDate.of(2026, 9, 30), after, cycle)).isEqualTo(LocalDate.of(2026, 9, 15));
    }

    @Test
    void countsOnlyWorkingDays_whenAddingWorkingDays() {
        // Wednesday 31 December 2025: the holiday and a weekend lie between
        assertThat(dueDates.plusWorkingDays(LocalDate.of(2025, 12, 31), 5)).isEqualTo(LocalDate.of(2026, 1, 8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "M", "M-540", "X-P1D", "M-P1W", "m-P1D", "M-P-1D"})
    void refusesTheText_whenItIsNoDueExpression(String text) {
        assertThatThrownBy(() -> DueExpression.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void namesTheYearsBetweenAdoptionAndCutOff() {
        assertThat(cycle(LocalDate.of(2026, 10, 15)).reportingYears()).containsExactly(2024, 2025);
        assertThat(cycle(null).reportingYears()).isEmpty();
    }

    private static Cycle cycle(@Nullable LocalDate meeting) {
        return new Cycle(
                "RANDOT-V",
                LocalDate.of(2024, 4, 9),
                null,
                meeting,
                meeting == null ? null : meeting.minusDays(60),
                meeting == null ? null : meeting.minusDays(60),
                false,
                meeting == null ? null : meeting.minusDays(45),
                meeting == null ? null : meeting.minusDays(30),
                true,
                "OPEN",
                0);
    }
}
