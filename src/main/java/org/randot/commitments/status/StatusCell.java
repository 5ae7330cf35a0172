package org.randot.commitments.status;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One cell of the matrix: a state and a commitment. Where a commitment has an undertaking for each year, the cell joins them: the lowest
 * level and progress, the worst delivery (domain.md 6.2).
 *
 * @param undertakings what it joins, usually one
 */
public record StatusCell(String state, String commitment, Rating rating, List<Part> undertakings) {
    /**
     * One undertaking of the cell.
     *
     * @param year its reporting year; null where there is one for the cycle
     * @param counts false for a year that is not yet open, or no longer a reporting year
     */
    public record Part(String undertaking, @Nullable Integer year, boolean counts, Rating rating) {}
}
