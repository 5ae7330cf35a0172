package org.randot.commitments.database;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Refuses to run as a database user whom row-level security does not bind (security.md 3). */
@Component
class LeastPrivilege implements ApplicationRunner {
    private final JdbcTemplate jdbc;

    LeastPrivilege(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        Boolean unbound = jdbc.queryForObject(
                "select rolsuper or rolbypassrls from pg_roles where rolname = current_user", Boolean.class);
        if (Boolean.TRUE.equals(unbound)) {
            throw new IllegalStateException(
                    "The application must sign in as an ordinary database user, not as a superuser or one with BYPASSRLS: see README, “Use a server of your own”.");
        }
    }
}
