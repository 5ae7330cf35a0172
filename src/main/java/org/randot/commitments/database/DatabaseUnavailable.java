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

    static DatabaseUnavailable portTaken(int port, IOException cause) {
        return new DatabaseUnavailable(
                "Port " + port + ", on which the embedded PostgreSQL shall listen, is taken by another program.",
                "Stop the other program, or choose another port with --randot.database.port=… (0 for any free one).",
                cause);
    }

    static DatabaseUnavailable because(Path log, IOException cause) {
        return new DatabaseUnavailable(
                "The embedded PostgreSQL did not start: " + cause.getMessage() + ".",
                "Look at the last lines of " + log + ", or use a server of your own with SPRING_DATASOURCE_URL.",
                cause);
    }

    String description() {
        return String.valueOf(getMessage());
    }

    String action() {
        return action;
    }
}
