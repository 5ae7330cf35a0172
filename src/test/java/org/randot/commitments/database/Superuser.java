package org.randot.commitments.database;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Somebody who can do anything to the database: for tests of what is noticed then. */
@Component
@Profile("test")
public class Superuser {
    private final EmbeddedDatabase database;

    Superuser(EmbeddedDatabase database) {
        this.database = database;
    }

    /** Triggers do not fire. */
    public void tamper(String sql) {
        database.asSuperuser("set session_replication_role = replica; " + sql);
    }

    public void run(String sql) {
        database.asSuperuser(sql);
    }
}
