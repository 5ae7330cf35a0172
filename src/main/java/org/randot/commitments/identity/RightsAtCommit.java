package org.randot.commitments.identity;

import jakarta.persistence.EntityManager;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.shared.Refusal;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What a request was allowed when it began must still hold when it writes (security.md 2): before each commit of a writing request the
 * stamp of the person's account is compared once more and held until the end. A transaction that wrote nothing asks nothing. Comes
 * before the record, whose lock is the last.
 */
@Component
public class RightsAtCommit implements TransactionExecutionListener {
    private static final ThreadLocal<Given> GIVEN = new ThreadLocal<>();

    private final ObjectProvider<JdbcClient> jdbc;
    private final ObjectProvider<EntityManager> entities;
    private final ObjectProvider<Accounts> accounts;

    RightsAtCommit(
            ObjectProvider<JdbcClient> jdbc,
            ObjectProvider<EntityManager> entities,
            ObjectProvider<Accounts> accounts) {
        this.jdbc = jdbc;
        this.entities = entities;
        this.accounts = accounts;
    }

    private record Given(UUID person, int stamp) {}

    /** @param mine changed by this very transaction */
    private record Now(int stamp, boolean active, boolean mine) {}

    /** The request goes on with the rights of this account as it was read. */
    static void given(Account account) {
        GIVEN.set(new Given(account.id(), account.stamp()));
    }

    /** The request is over, or only reads. */
    public void forget() {
        GIVEN.remove();
    }

    @Override
    public void afterBegin(TransactionExecution transaction, @Nullable Throwable failure) {
        if (failure == null && GIVEN.get() != null && !transaction.isReadOnly() && isSynchronized()) {
            TransactionSynchronizationManager.registerSynchronization(new Check());
        }
    }

    private static boolean isSynchronized() {
        return TransactionSynchronizationManager.isSynchronizationActive();
    }

    private void check(Given given) {
        entities.getObject().flush();
        Now now = jdbc.getObject()
                .sql("select stamp, active, xmin = pg_current_xact_id_if_assigned()::xid mine from account where id = ?"
                        + " and pg_current_xact_id_if_assigned() is not null for share")
                .param(given.person())
                .query((row, number) -> new Now(row.getInt("stamp"), row.getBoolean("active"), row.getBoolean("mine")))
                .optional()
                .orElse(null);
        if (now == null || now.active() && now.stamp() == given.stamp()) {
            return;
        }
        if (!now.mine()) {
            accounts.getObject().changed(given.person());
            throw new RightsChanged();
        }
        GIVEN.set(new Given(given.person(), now.stamp()));
    }

    private final class Check implements TransactionSynchronization, Ordered {
        @Override
        public int getOrder() {
            return Ordered.LOWEST_PRECEDENCE - 1000;
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            Given given = GIVEN.get();
            if (!readOnly && given != null) {
                check(given);
            }
        }
    }

    /** Password, role or state of the person changed while the request was under way. */
    static final class RightsChanged extends Refusal {
        private static final long serialVersionUID = 1L;

        RightsChanged() {
            super(Kind.FORBIDDEN, "identity.refusal.rightsChanged");
        }
    }
}
