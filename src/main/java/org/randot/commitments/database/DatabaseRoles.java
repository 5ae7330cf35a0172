package org.randot.commitments.database;

import org.springframework.jdbc.core.JdbcTemplate;

/** The two roles of security.md 3: {@code migrator} owns the schema, {@code app} only reads and writes rows. */
final class DatabaseRoles {
    static final String MIGRATOR = "migrator";
    static final String APP = "app";

    private final Credentials credentials;

    DatabaseRoles(Credentials credentials) {
        this.credentials = credentials;
    }

    void ensure(JdbcTemplate jdbc) {
        role(jdbc, MIGRATOR, credentials.migrator());
        role(jdbc, APP, credentials.app());
        if (count(jdbc, "select count(*) from pg_database where datname = ?", EmbeddedDatabase.NAME) == 0) {
            jdbc.execute("create database " + EmbeddedDatabase.NAME + " owner " + MIGRATOR);
            jdbc.execute("revoke all on database " + EmbeddedDatabase.NAME + " from public");
            jdbc.execute("grant connect on database " + EmbeddedDatabase.NAME + " to " + APP);
        }
    }

    /** The password is hexadecimal text of our own making, so that it can stand in a statement that takes no parameters. */
    private static void role(JdbcTemplate jdbc, String name, String password) {
        String verb = count(jdbc, "select count(*) from pg_roles where rolname = ?", name) == 0 ? "create" : "alter";
        jdbc.execute(verb + " role " + name + " login nosuperuser nocreatedb nocreaterole nobypassrls password '"
                + password + "'");
    }

    private static int count(JdbcTemplate jdbc, String sql, String argument) {
        Integer count = jdbc.queryForObject(sql, Integer.class, argument);
        return count == null ? 0 : count;
    }
}
