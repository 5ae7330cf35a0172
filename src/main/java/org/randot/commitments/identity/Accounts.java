package org.randot.commitments.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.randot.commitments.shared.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Reads accounts. What a request needs of its person is kept for three seconds, so that other nodes learn of a change at once. */
@Component
class Accounts {
    static final String SELECT = """
            select a.*, coalesce(r.roles, '') roles, r.member_state from account a
            left join lateral (select string_agg(role, ',') roles, max(member_state) member_state
                               from account_role where account = a.id) r on true
            """;
    private static final Duration KEPT = Duration.ofSeconds(3);

    private final JdbcClient jdbc;
    private final Cache<UUID, Optional<Account>> kept =
            Caffeine.newBuilder().expireAfterWrite(KEPT).maximumSize(10_000).build();

    Accounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Account> byUsername(String username) {
        return jdbc.sql(SELECT + "where a.username = ?")
                .param(username)
                .query(Accounts::row)
                .optional();
    }

    Optional<Account> byId(UUID id) {
        return jdbc.sql(SELECT + "where a.id = ?")
                .param(id)
                .query(Accounts::row)
                .optional();
    }

    /** At most three seconds old. */
    Optional<Account> recent(UUID id) {
        Optional<Account> known = kept.getIfPresent(id);
        if (known == null) {
            known = byId(id);
            kept.put(id, known);
        }
        return known;
    }

    List<Account> active(Role role, Optional<String> state) {
        return jdbc.sql(SELECT
                        + "where a.active and exists (select 1 from account_role x where x.account = a.id and x.role = :role"
                        + " and (:state = '' or x.member_state = :state)) order by a.username")
                .param("role", role.name())
                .param("state", state.orElse(""))
                .query(Accounts::row)
                .list();
    }

    /** This node forgets at once, also what a request read while the change was under way. */
    void changed(UUID id) {
        kept.invalidate(id);
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    kept.invalidate(id);
                }
            });
        }
    }

    static Account row(ResultSet row, int number) throws SQLException {
        return new Account(
                row.getObject("id", UUID.class),
                row.getString("username"),
                row.getString("name"),
                row.getString("email"),
                row.getString("password"),
                Language.valueOf(row.getString("language")),
                ZoneId.of(row.getString("time_zone")),
                row.getBoolean("active"),
                row.getBoolean("demo"),
                row.getInt("stamp"),
                row.getInt("version"),
                roles(row.getString("roles")),
                row.getString("member_state"));
    }

    private static Set<Role> roles(String text) {
        EnumSet<Role> roles = EnumSet.noneOf(Role.class);
        for (String role : text.split(",", 0)) {
            if (!role.isEmpty()) {
                roles.add(Role.valueOf(role));
            }
        }
        return Set.copyOf(roles);
    }
}
