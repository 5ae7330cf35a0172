package org.randot.commitments.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.randot.commitments.IntegrationTest;
import org.randot.commitments.shared.DataScope;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

@IntegrationTest
class DataScopeTests {
    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void seesNothing_whenTheThreadHasNoScope() {
        assertThat(inTransaction(() -> mayRead("ARG"))).isFalse();
    }

    @Test
    void seesNothing_whenThereIsNoTransaction() {
        assertThat(DataScope.SYSTEM.call(() -> mayRead("ARG"))).isFalse();
    }

    @Test
    void seesOnlyTheOwnState_whenTheScopeIsAState() {
        DataScope argentina = DataScope.ofState("ARG");
        assertThat(argentina.call(() -> inTransaction(() -> mayRead("ARG")))).isTrue();
        assertThat(argentina.call(() -> inTransaction(() -> mayRead("BRA")))).isFalse();
    }

    @Test
    void forgetsTheScope_whenTheTransactionEnds() {
        assertThat(DataScope.SYSTEM.call(() -> inTransaction(() -> mayRead("ARG"))))
                .isTrue();
        assertThat(inTransaction(() -> mayRead("ARG"))).isFalse();
    }

    @Test
    void followsTheScopeBothWays_whenItChangesInsideATransaction() {
        DataScope.ofState("ARG")
                .run(() -> transaction.executeWithoutResult(status -> {
                    assertThat(mayRead("BRA")).isFalse();
                    assertThat(DataScope.SYSTEM.call(() -> mayRead("BRA"))).isTrue();
                    assertThat(mayRead("BRA")).isFalse();
                    assertThat(mayRead("ARG")).isTrue();
                }));
    }

    @Test
    void cannotChangeTheSchema_whenSignedInAsTheApplication() {
        assertThatThrownBy(() -> jdbc.execute("create table intruder (id int)"))
                .isInstanceOf(DataAccessException.class);
    }

    private boolean inTransaction(Supplier<Boolean> question) {
        return Boolean.TRUE.equals(transaction.execute(status -> question.get()));
    }

    private Boolean mayRead(String state) {
        return jdbc.queryForObject("select coalesce(may_read(?), false)", Boolean.class, state);
    }
}
