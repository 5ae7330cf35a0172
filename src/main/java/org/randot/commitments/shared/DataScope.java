package org.randot.commitments.shared;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
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

    /** One for each database of the process: one in production, several where tests run more than one context. */
    private static final List<Follower> FOLLOWERS = new CopyOnWriteArrayList<>();

    /** Adds one who follows all changes of scope: the database module, for transactions of its own. */
    public static void followedBy(Follower follower) {
        FOLLOWERS.add(follower);
    }

    /** The database went away. */
    public static void noLongerFollowedBy(Follower follower) {
        FOLLOWERS.remove(follower);
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
        FOLLOWERS.forEach(follower -> follower.follow(next));
    }

    public void run(Runnable work) {
        call(() -> {
            work.run();
            return true;
        });
    }
}
