package org.randot.commitments.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.randot.commitments.reminders.LadderPlan.Row;
import org.randot.commitments.reminders.LadderPlan.Step;

class LadderPlanTests {
    private static final LocalDate DUE = LocalDate.of(2026, 3, 31);
    private static final List<Row> STANDARD = rows(30, 30, -30, -14, -7, -1, 0, 7, 14);
    private static final List<Row> STATISTICS = rows(14, 14, -60, -30, -14, -7, -3, -1, 0, 3, 7);

    @Test
    void fallsOnEachDayOfTheProfile_whenTheStageOpenedEarly() {
        assertThat(days(STANDARD, LocalDate.of(2025, 12, 1)))
                .containsExactly(
                        "2026-03-01",
                        "2026-03-17",
                        "2026-03-24",
                        "2026-03-30",
                        "2026-03-31",
                        "2026-04-07",
                        "2026-04-14",
                        "2026-04-30");
    }

    @Test
    void skipsTheDaysBeforeTheOpening_givenALateStart() {
        assertThat(days(STATISTICS, LocalDate.of(2026, 3, 18)))
                .containsExactly(
                        "2026-03-24",
                        "2026-03-28",
                        "2026-03-30",
                        "2026-03-31",
                        "2026-04-03",
                        "2026-04-07",
                        "2026-04-14");
        assertThat(LadderPlan.first(STATISTICS, DUE, LocalDate.of(2026, 3, 17))).contains(LocalDate.of(2026, 3, 17));
        assertThat(LadderPlan.first(STATISTICS, DUE, LocalDate.of(2026, 3, 18))).contains(LocalDate.of(2026, 3, 24));
    }

    @Test
    void countsTheLeapDay() {
        List<Row> around = rows(30, 0, -30, -1);
        LocalDate early = LocalDate.of(2023, 1, 1);
        assertThat(LadderPlan.steps(around, LocalDate.of(2024, 2, 29), early))
                .extracting(step -> step.day().toString())
                .containsExactly("2024-01-30", "2024-02-28", "2024-03-30");
        assertThat(LadderPlan.steps(around, LocalDate.of(2024, 3, 30), early))
                .extracting(step -> step.day().toString())
                .containsExactly("2024-02-29", "2024-03-29", "2024-04-29");
        assertThat(LadderPlan.first(rows(30, 0, -1), LocalDate.of(2024, 3, 1), early))
                .contains(LocalDate.of(2024, 2, 29));
        assertThat(LadderPlan.first(rows(30, 0, -1), LocalDate.of(2025, 3, 1), early))
                .contains(LocalDate.of(2025, 2, 28));
    }

    @Test
    void goesOnRepeating_whenTheLastStepIsTaken() {
        Step last = LadderPlan.steps(STANDARD, DUE, DUE).get(3);
        assertThat(last.offset()).isEqualTo(30);
        assertThat(last.next().map(Step::day)).contains(LocalDate.of(2026, 5, 30));
        assertThat(last.next().flatMap(Step::next).map(Step::offset)).contains(90);
        assertThat(LadderPlan.steps(STANDARD, DUE, DUE).get(0).next()).isEmpty();
    }

    @Test
    void takesUpTheRepetition_whenEvenItsFirstDayIsPast() {
        assertThat(LadderPlan.first(STANDARD, DUE, LocalDate.of(2026, 5, 1))).contains(LocalDate.of(2026, 5, 30));
        assertThat(LadderPlan.first(STANDARD, DUE, LocalDate.of(2026, 5, 30))).contains(LocalDate.of(2026, 5, 30));
        assertThat(LadderPlan.first(STANDARD, DUE, LocalDate.of(2026, 5, 31))).contains(LocalDate.of(2026, 6, 29));
    }

    private static List<String> days(List<Row> rows, LocalDate from) {
        return LadderPlan.steps(rows, DUE, from).stream()
                .map(step -> step.day().toString())
                .toList();
    }

    private static List<Row> rows(int last, int repeat, Integer... offsets) {
        return Stream.concat(
                        Arrays.stream(offsets).map(offset -> new Row(offset, 0, "COORDINATORS")),
                        Stream.of(new Row(last, repeat, "COORDINATORS")))
                .toList();
    }
}
