package org.randot.commitments.database;

import jakarta.persistence.EntityManager;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.shared.DataScope;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Hands the thread's {@link DataScope} to PostgreSQL at the start of each transaction, where the row-level policies read it. It ends
 * with the transaction; without it no row of a state can be seen or written.
 */
@Component
class DataScopeTransactions implements TransactionExecutionListener, DataScope.Follower, DisposableBean {
    private final ObjectProvider<JdbcTemplate> jdbc;
    private final ObjectProvider<EntityManager> entities;
    private final ObjectProvider<DataSource> dataSource;

    DataScopeTransactions(
            ObjectProvider<JdbcTemplate> jdbc,
            ObjectProvider<EntityManager> entities,
            ObjectProvider<DataSource> dataSource) {
        this.jdbc = jdbc;
        this.entities = entities;
        this.dataSource = dataSource;
        DataScope.followedBy(this);
    }

    @Override
    public void afterBegin(TransactionExecution transaction, @Nullable Throwable failure) {
        if (failure != null) {
            return;
        }
        tell(DataScope.current());
    }

    /** What was changed under the former scope is written under it; then the transaction goes on with the new one. */
    @Override
    public void follow(DataScope scope) {
        if (isOurs()) {
            entities.getObject().flush();
            tell(scope);
        }
    }

    private boolean isOurs() {
        return TransactionSynchronizationManager.isActualTransactionActive()
                && TransactionSynchronizationManager.hasResource(dataSource.getObject());
    }

    @Override
    public void destroy() {
        DataScope.noLongerFollowedBy(this);
    }

    private void tell(DataScope scope) {
        jdbc.getObject()
                .queryForList(
                        "select set_config('app.read', ?, true), set_config('app.own', ?, true)",
                        String.join(",", scope.readable()),
                        String.join(",", scope.own()));
    }
}
