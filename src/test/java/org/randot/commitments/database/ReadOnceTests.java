package org.randot.commitments.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.randot.commitments.IntegrationTest;
import org.randot.commitments.shared.DataScope;
import org.randot.commitments.shared.ReadOnce;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Rows are read once in a transaction, never told across scopes or transactions. */
@IntegrationTest
class ReadOnceTests {
    private final ReadOnce<String, Integer> known = new ReadOnce<>();
    private final AtomicInteger reads = new AtomicInteger();
    private TransactionTemplate transaction;

    @Autowired
    private PlatformTransactionManager transactions;

    @BeforeEach
    void begin() {
        transaction = new TransactionTemplate(transactions);
    }

    @Test
    void asksOnce_whenTheSameTransactionAsksAgain() {
        transaction.executeWithoutResult(status -> {
            assertThat(read()).isEqualTo(1);
            assertThat(read()).isEqualTo(1);
        });
        assertThat(reads).hasValue(1);
    }

    @Test
    void asksAgain_whenItWasWrittenOrAnotherTransactionBegins() {
        transaction.executeWithoutResult(status -> {
            read();
            known.forget();
            assertThat(read()).isEqualTo(2);
        });
        transaction.executeWithoutResult(status -> assertThat(read()).isEqualTo(3));
    }

    @Test
    void asksEveryTime_whenThereIsNoTransaction() {
        read();
        assertThat(read()).isEqualTo(2);
    }

    @Test
    void tellsANarrowerScopeNothing_whenAWiderOneHasRead() {
        transaction.executeWithoutResult(status -> {
            DataScope.SYSTEM.run(this::read);
            assertThat(DataScope.ofState("ARG").call(this::read)).isEqualTo(2);
        });
    }

    @Test
    void knowsNothing_whenATransactionRunsInsideAnother() {
        TransactionTemplate inner = new TransactionTemplate(transactions);
        inner.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        transaction.executeWithoutResult(status -> {
            read();
            inner.executeWithoutResult(other -> assertThat(read()).isEqualTo(2));
            assertThat(read()).isEqualTo(1);
        });
    }

    @Test
    void givesTheWrittenValue_whenItWasChanged() {
        transaction.executeWithoutResult(status -> {
            read();
            known.change("row", value -> 40);
            assertThat(read()).isEqualTo(40);
        });
    }

    private int read() {
        return known.get("row", () -> Optional.of(reads.incrementAndGet())).orElseThrow();
    }
}
