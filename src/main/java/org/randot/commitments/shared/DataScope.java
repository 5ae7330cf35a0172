package org.randot.commitments.shared;

import java.util.Set;
import java.util.function.Supplier;

/**
 * Which states' rows the current thread may touch: the second wall between states (security.md 3). The database enforces it
 * by row-level security; it is handed over at the start of each transaction. A thread without a scope sees no row.
 *
 * @param readable ISO3 codes whose submitted rows may be read, or {@code *} for every state
 * @param own ISO3 codes whose drafts and other unsubmitted rows may be read and written, or {@code *} for background work
 */
public record DataScope(Set<String> readable, Set<String> own) {
    private static final Set<String> EVERY = Set.of("*");
    private static final ThreadLocal<DataScope> CURRENT = new ThreadLocal<>();

    /** Nothing at all. */
    public static final DataScope NONE = new DataScope(Set.of(), Set.of());
    /** Background work of the system itself: jobs, projections, launches. */
    public static final DataScope SYSTEM = new DataScope(EVERY, EVERY);
    /** Those who follow every state but own none: reviewers, chair, secretariat, auditors, administrators. */
    public static final DataScope EVERY_SUBMITTED = new DataScope(EVERY, Set.of());

    /** Hears that a thread goes on with another scope, so that a transaction under way can follow. */
    @FunctionalInterface
    public interface Follower {
        void follow(DataScope scope);
    }

    @SuppressWarnings(
            "NonFinalStaticField") // one database a process; the thread-bound scope has no other way to reach it
    private static volatile Follower follower = scope -> {};

    /** Makes this the one follower of all changes of scope: the database module. */
    public static void followedBy(Follower newFollower) {
        follower = newFollower;
    }

    public static DataScope ofState(String iso3) {
        return new DataScope(Set.of(iso3), Set.of(iso3));
    }

    public static DataScope current() {
        DataScope scope = CURRENT.get();
        return scope == null ? NONE : scope;
    }

    /** Runs work with this scope and puts the former one back; a transaction under way follows both ways. */
    public <T> T call(Supplier<T> work) {
        DataScope before = current();
        switchTo(this);
        T result;
        try {
            result = work.get();
        } catch (RuntimeException | Error failed) {
            switchBackTo(before, failed);
            throw failed;
        }
        switchTo(before);
        return result;
    }

    private static void switchBackTo(DataScope before, Throwable failed) {
        try {
            switchTo(before);
        } catch (RuntimeException lost) {
            failed.addSuppressed(lost); // the transaction is lost anyway
        }
    }

    private static void switchTo(DataScope next) {
        if (next.equals(current())) {
            return;
        }
        if (next.equals(NONE)) {
            CURRENT.remove();
        } else {
            CURRENT.set(next);
        }
        follower.follow(next);
    }

    public void run(Runnable work) {
        call(() -> {
            work.run();
            return true;
        });
    }
}
