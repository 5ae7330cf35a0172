package org.randot.commitments.status;

import java.util.List;

/**
 * One cell of the matrix: a state and a commitment. Where a commitment has an undertaking for each year, the cell joins them: the lowest
 * level and progress, the worst delivery (domain.md 6.2).
 *
 * @param undertakings keys of the undertakings it joins, usually one
 */
public record StatusCell(String state, String commitment, Rating rating, List<String> undertakings) {}
