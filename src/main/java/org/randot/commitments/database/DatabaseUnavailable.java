package org.randot.commitments.database;

import java.io.IOException;
import java.nio.file.Path;

/** The embedded database cannot start, and why, in words that help the person who started the product. */
final class DatabaseUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String action;

    private DatabaseUnavailable(String description, String action, Throwable cause) {
        super(description, cause);
        this.action = action;
    }

    static DatabaseUnavailable directoryTaken(Path home) {
        return new DatabaseUnavailable(
                "Another process already uses the database in " + home + ".",
                "Stop the other process, or choose another directory with --randot.database.directory=…",
                new IllegalStateException());
    }

    static DatabaseUnavailable directoryUnusable(Path home, IOException cause) {
        return new DatabaseUnavailable(
                "The database directory " + home + " cannot be used: " + cause.getMessage() + ".",
                "Make it a directory that this user may write, or choose another one with --randot.database.directory=…",
                cause);
    }

    static DatabaseUnavailable because(DatabaseProperties properties, IOException cause) {
        String port = properties.port() == 0 ? "" : " Is port " + properties.port() + " taken by another program?";
        return new DatabaseUnavailable(
                "The embedded PostgreSQL did not start: " + cause.getMessage() + "." + port,
                "Look at the lines of PostgreSQL above. Choose another port with --randot.database.port=… or 0 for any free one, "
                        + "or use a server of your own with SPRING_DATASOURCE_URL.",
                cause);
    }

    String description() {
        return String.valueOf(getMessage());
    }

    String action() {
        return action;
    }
}
