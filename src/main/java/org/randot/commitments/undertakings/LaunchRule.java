package org.randot.commitments.undertakings;

/**
 * The count rule of domain.md 3.1: for each state that takes part one undertaking for each commitment, and of a yearly one for each
 * reporting year.
 *
 * @param commitments those that are not yearly
 * @param yearly commitments with an undertaking for each year
 * @param years reporting years of the cycle
 */
public record LaunchRule(int states, int commitments, int yearly, int years) {
    public int total() {
        return states * (commitments + yearly * years);
    }
}
