package org.randot.commitments.status;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.randot.commitments.reference.Cycles;
import org.randot.commitments.shared.ModuleApi;
import org.randot.commitments.shared.Time;
import org.randot.commitments.status.StatusRecords.Row;
import org.randot.commitments.undertakings.UndertakingKey;

/** Where the states stand, now or on any past date, within the actor's scope. */
@ModuleApi
public class Status {
    private final StatusRecords records;
    private final Ratings ratings;
    private final Cycles cycles;
    private final Clock clock;

    Status(StatusRecords records, Ratings ratings, Cycles cycles, Clock clock) {
        this.records = records;
        this.ratings = ratings;
        this.cycles = cycles;
        this.clock = clock;
    }

    /** @param asOf a date up to today; empty = now. A later date is answered as today. */
    public Matrix matrix(String cycle, Optional<LocalDate> asOf) {
        LocalDate today = Time.today(clock);
        LocalDate day = asOf.filter(date -> date.isBefore(today)).orElse(today);
        List<Row> rows = day.equals(today) ? records.now(cycle) : records.at(cycle, Time.endOf(day));
        List<StatusCell> cells = cells(rows, day, cycles.get(cycle).reportingYears());
        return new Matrix(
                day,
                cells.stream().map(StatusCell::commitment).distinct().sorted().toList(),
                cells);
    }

    /** Rating of one undertaking today; empty where the actor may not know of it. */
    public Optional<Rating> rating(String undertaking) {
        return records.of(undertaking).map(row -> ratings.rate(row.facts(), Time.today(clock)));
    }

    /** Makes the matrix anew from the events: the result is the same, byte for byte. */
    public void rebuild() {
        records.rebuild();
    }

    private List<StatusCell> cells(List<Row> rows, LocalDate day, List<Integer> years) {
        Map<String, List<Row>> together = rows.stream()
                .filter(row -> !row.facts().cancelled())
                .collect(Collectors.groupingBy(
                        row -> row.state() + " " + row.commitment(), TreeMap::new, Collectors.toList()));
        return together.values().stream().map(same -> join(same, day, years)).toList();
    }

    private StatusCell join(List<Row> same, LocalDate day, List<Integer> years) {
        List<StatusCell.Part> parts = same.stream()
                .map(row -> part(row, day, years))
                .sorted(Comparator.comparing(StatusCell.Part::undertaking))
                .toList();
        List<Rating> counted = parts.stream()
                .filter(StatusCell.Part::counts)
                .map(StatusCell.Part::rating)
                .toList();
        List<Rating> joined =
                counted.isEmpty() ? parts.stream().map(StatusCell.Part::rating).toList() : counted;
        return new StatusCell(
                same.get(0).state(),
                same.get(0).commitment(),
                joined.size() == 1 ? joined.get(0) : JoinedRating.of(joined),
                parts);
    }

    private StatusCell.Part part(Row row, LocalDate day, List<Integer> years) {
        Integer year = UndertakingKey.parse(row.undertaking()).year();
        boolean counts = year == null || (row.facts().opened() && years.contains(year));
        return new StatusCell.Part(row.undertaking(), year, counts, ratings.rate(row.facts(), day));
    }
}
