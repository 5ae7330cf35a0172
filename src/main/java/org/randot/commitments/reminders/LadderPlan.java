package org.randot.commitments.reminders;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** On which days the steps of a ladder fall (domain.md 3.4, 3.5). Pure arithmetic. */
final class LadderPlan {
    private LadderPlan() {}

    /**
     * A row of a profile or ladder.
     *
     * @param offset days from the due date, negative before it
     * @param repeat and then again every so many days; 0 = never
     */
    record Row(int offset, int repeat, String audience) {}

    /** A step with its day. */
    record Step(int offset, int repeat, String audience, LocalDate day) {
        /** The one after it, of a step that repeats. */
        Optional<Step> next() {
            return repeat == 0
                    ? Optional.empty()
                    : Optional.of(new Step(offset + repeat, repeat, audience, day.plusDays(repeat)));
        }
    }

    /** The steps on or after {@code from}: days before the stage opened are skipped, a repeating step goes on from there. */
    static List<Step> steps(List<Row> rows, LocalDate due, LocalDate from) {
        return rows.stream()
                .flatMap(row -> step(row, due, from).stream())
                .sorted(Comparator.comparing(Step::day))
                .toList();
    }

    static Optional<LocalDate> first(List<Row> rows, LocalDate due, LocalDate from) {
        return steps(rows, due, from).stream().findFirst().map(Step::day);
    }

    private static Optional<Step> step(Row row, LocalDate due, LocalDate from) {
        LocalDate day = due.plusDays(row.offset());
        long late = ChronoUnit.DAYS.between(day, from);
        if (late <= 0) {
            return Optional.of(new Step(row.offset(), row.repeat(), row.audience(), day));
        }
        if (row.repeat() == 0) {
            return Optional.empty();
        }
        int skipped = Math.toIntExact((late + row.repeat() - 1) / row.repeat()) * row.repeat();
        return Optional.of(new Step(row.offset() + skipped, row.repeat(), row.audience(), day.plusDays(skipped)));
    }
}
