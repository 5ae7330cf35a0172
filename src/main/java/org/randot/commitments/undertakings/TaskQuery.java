package org.randot.commitments.undertakings;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What to look for among tasks; null and empty mean "all".
 *
 * @param statuses empty = those that are not over: with the coordinator or handed in
 * @param stage {@code C1.S4}, of every year
 * @param text words or beginnings of words of the titles in any language, accents or not
 * @param soon only those due within 14 days
 */
public record TaskQuery(
        @Nullable String state,
        @Nullable String commitment,
        @Nullable String stage,
        Set<TaskStatus> statuses,
        boolean overdue,
        boolean soon,
        String text) {
    public static final TaskQuery ALL = new TaskQuery(null, null, null, Set.of(), false, false, "");

    public TaskQuery {
        statuses = Set.copyOf(statuses);
    }
}
