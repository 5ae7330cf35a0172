package org.randot.commitments.undertakings;

/** How many tasks are with the coordinators in the actor's scope, and how many wait for others. */
public record TaskCounts(long open, long overdue, long soon, long returned, long waiting) {
    static final TaskCounts NONE = new TaskCounts(0, 0, 0, 0, 0);

    public boolean isEmpty() {
        return open == 0 && waiting == 0;
    }
}
