package org.randot.commitments.status;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * States × commitments on a date. No order by performance, no total per state: there is nothing here to rank by.
 *
 * @param asOf the date it shows
 * @param commitments codes that any state has an undertaking of
 */
public record Matrix(LocalDate asOf, List<String> commitments, List<StatusCell> cells) {
    public Optional<StatusCell> cell(String state, String commitment) {
        return cells.stream()
                .filter(cell -> cell.state().equals(state) && cell.commitment().equals(commitment))
                .findFirst();
    }

    /** One undertaking: where a commitment has one for each year, that year. */
    public Optional<StatusCell.Part> part(String undertaking) {
        return cells.stream()
                .flatMap(cell -> cell.undertakings().stream())
                .filter(part -> part.undertaking().equals(undertaking))
                .findFirst();
    }

    /** How many states stand on a level of a commitment: the only figure over states. */
    public long count(String commitment, Level level) {
        return cells.stream()
                .filter(cell ->
                        cell.commitment().equals(commitment) && cell.rating().level() == level)
                .count();
    }
}
