package org.randot.commitments.undertakings;

import java.time.Instant;

/**
 * One line of an undertaking's history.
 *
 * @param stage empty where it concerns the whole undertaking
 * @param act message key {@code undertakings.act.<act>}
 * @param detail values that the message inserts, or words of a person
 * @param actor name of who did it, empty for the system
 */
public record HistoryEntry(String stage, String act, String detail, String actor, Instant at) {}
