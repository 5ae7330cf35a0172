package org.randot.commitments.database;

import org.jspecify.annotations.Nullable;
import org.randot.commitments.shared.DataScope;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/**
 * Hands the thread's {@link DataScope} to PostgreSQL at the start of each transaction, where the row-level policies read it. It ends
 * with the transaction; without it no row of a state can be seen or written.
 */
@Component
class DataScopeTransactions implements TransactionExecutionListener {
    private final ObjectProvider<JdbcTemplate> jdbc;

    DataScopeTransactions(ObjectProvider<JdbcTemplate> jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void afterBegin(TransactionExecution transaction, @Nullable Throwable failure) {
        if (failure != null) {
            return;
        }
        DataScope scope = DataScope.current();
        jdbc.getObject()
                .queryForList(
                        "select set_config('app.read', ?, true), set_config('app.own', ?, true)",
                        String.join(",", scope.readable()),
                        String.join(",", scope.own()));
    }
}
