package org.randot.commitments.indicators;

/**
 * Which value of a state.
 *
 * @param measure empty where the indicator has only one
 * @param breakdown a disaggregation, and {@code part} its group; both empty for the value itself
 * @param period a year; 0 for the one value of a cycle
 */
record Slot(String indicator, String measure, String breakdown, String part, int period) {}
