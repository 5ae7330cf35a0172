package org.randot.commitments.shared;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Rows that were read in this transaction already and are not asked of the database again: one act passes through several modules,
 * each of which looks at the same few rows. Whoever writes such a row forgets. It ends with the transaction, is apart for each
 * {@link DataScope} (what a wider scope saw is not told to a narrower one), and keeps nothing where there is no transaction. What was
 * not found is asked again.
 *
 * @param <K> names a row or rows
 * @param <V> must not be changed by whoever receives it
 */
public final class ReadOnce<K, V> {
    /** Asks the database unless this transaction did so before. */
    public Optional<V> get(K key, Supplier<Optional<V>> read) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            return read.get();
        }
        Map<Seen<K>, V> known = known();
        Seen<K> seen = new Seen<>(DataScope.current(), key);
        V value = known.get(seen);
        if (value != null) {
            return Optional.of(value);
        }
        Optional<V> found = read.get();
        found.ifPresent(row -> known.put(seen, row));
        return found;
    }

    /** As {@link #get}, for what is always there, such as a list. */
    public V always(K key, Supplier<V> read) {
        return get(key, () -> Optional.of(read.get())).orElseThrow();
    }

    /** What was read of this was written by whoever calls: from now on it is as given back. Nothing, where it was not read. */
    public void change(K key, UnaryOperator<V> written) {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            known().computeIfPresent(new Seen<>(DataScope.current(), key), (seen, value) -> written.apply(value));
        }
    }

    /** Something was written: everything is asked again. */
    public void forget() {
        if (TransactionSynchronizationManager.getResource(this) instanceof Map<?, ?> known) {
            known.clear();
        }
    }

    @SuppressWarnings("unchecked") // only this class binds it
    private Map<Seen<K>, V> known() {
        Object bound = TransactionSynchronizationManager.getResource(this);
        if (bound != null) {
            return (Map<Seen<K>, V>) bound;
        }
        Map<Seen<K>, V> fresh = new HashMap<>();
        TransactionSynchronizationManager.bindResource(this, fresh);
        TransactionSynchronizationManager.registerSynchronization(new Ending(fresh));
        return fresh;
    }

    private record Seen<K>(DataScope scope, K key) {}

    /** Another transaction in between starts with nothing known. */
    private final class Ending implements TransactionSynchronization {
        private final Map<Seen<K>, V> mine;

        Ending(Map<Seen<K>, V> mine) {
            this.mine = mine;
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResourceIfPossible(ReadOnce.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(ReadOnce.this, mine);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(ReadOnce.this);
        }
    }
}
