package org.randot.commitments.engine;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import org.springframework.stereotype.Component;

/** Camunda's own scripts in a schema of their own, whose rows the application may change but whose tables it may not. */
@Component
class EngineSchema implements JavaMigration {
    private static final List<String> PARTS = List.of(
            "engine", "history", "identity", "case.engine", "case.history", "decision.engine", "decision.history");

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("202611240050");
    }

    @Override
    public String getDescription() {
        return "engine schema";
    }

    @Override
    public Integer getChecksum() {
        return 724;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        Connection connection = context.getConnection();
        String application = context.getConfiguration().getPlaceholders().getOrDefault("app", "app");
        try (Statement statement = connection.createStatement()) {
            String before = searchPath(statement);
            statement.execute("create schema camunda");
            statement.execute("set local search_path to camunda");
            for (String part : PARTS) {
                ScriptUtils.executeSqlScript(connection, script(part));
            }
            String role = statement.enquoteIdentifier(application, false);
            statement.execute("grant usage on schema camunda to " + role);
            statement.execute("grant select, insert, update, delete on all tables in schema camunda to " + role);
            statement.execute(
                    "alter default privileges in schema camunda grant select, insert, update, delete on tables to "
                            + role);
            statement.execute("set local search_path to " + before);
        }
    }

    private static ClassPathResource script(String part) {
        return new ClassPathResource("org/camunda/bpm/engine/db/create/activiti.postgres.create." + part + ".sql");
    }

    private static String searchPath(Statement statement) throws SQLException {
        try (ResultSet path = statement.executeQuery("show search_path")) {
            path.next();
            return path.getString(1);
        }
    }
}
