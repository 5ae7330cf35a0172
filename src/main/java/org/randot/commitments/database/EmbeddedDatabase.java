package org.randot.commitments.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * A real PostgreSQL started from Maven artifacts, for trying the product and for its tests. It keeps its data in one directory, signs
 * in with passwords only, writes durably, and cleans up after a process that was killed.
 */
final class EmbeddedDatabase implements AutoCloseable {
    static final String NAME = "randot";
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final Duration START_LIMIT = Duration.ofSeconds(60);

    private final DataDirectory directory;
    private final EmbeddedPostgres server;
    private final Credentials credentials;

    private EmbeddedDatabase(DataDirectory directory, EmbeddedPostgres server, Credentials credentials) {
        this.directory = directory;
        this.server = server;
        this.credentials = credentials;
    }

    static EmbeddedDatabase start(DatabaseProperties properties) {
        DataDirectory directory = DataDirectory.take(properties.directory(), properties.fresh());
        try {
            directory.stopOrphan();
            requireFree(properties.port());
            Credentials credentials = Credentials.in(directory.home());
            EmbeddedDatabase database =
                    new EmbeddedDatabase(directory, server(properties, directory, credentials), credentials);
            database.prepare();
            LOG.info("PostgreSQL keeps its data in {} and listens on port {}", directory.home(), database.port());
            return database;
        } catch (IOException failure) {
            directory.close();
            throw DatabaseUnavailable.because(directory.log(), failure);
        } catch (RuntimeException failure) {
            directory.close();
            throw failure;
        }
    }

    /** The library would wait a minute for whoever answers there. */
    private static void requireFree(int port) {
        if (port == 0) {
            return;
        }
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException taken) {
            throw DatabaseUnavailable.portTaken(port, taken);
        }
    }

    private static EmbeddedPostgres server(
            DatabaseProperties properties, DataDirectory directory, Credentials credentials) throws IOException {
        Path passwordFile = Files.createTempFile(directory.home(), "superuser", ".pw");
        try {
            Files.writeString(passwordFile, credentials.superuser());
            EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                    .setDataDirectory(directory.cluster())
                    .setCleanDataDirectory(false)
                    .setOverrideWorkingDirectory(directory.binaries().toFile())
                    .setPGStartupWait(START_LIMIT)
                    .setOutputRedirector(Redirect.appendTo(directory.log().toFile()))
                    .setErrorRedirector(Redirect.appendTo(directory.log().toFile()))
                    .setRegisterShutdownHook(false)
                    .setPort(properties.port())
                    .setLocaleConfig("auth", "scram-sha-256")
                    .setLocaleConfig("pwfile", passwordFile.toString())
                    .setLocaleConfig("locale", "C.UTF-8")
                    .setLocaleConfig("locale-provider", "icu")
                    .setLocaleConfig("icu-locale", "und")
                    .setConnectConfig("password", credentials.superuser());
            return settings(properties).apply(builder).start();
        } finally {
            Files.deleteIfExists(passwordFile);
        }
    }

    /** The library turns durability off; we turn it on again, except for throw-away databases of tests. */
    private static UnaryOperator<EmbeddedPostgres.Builder> settings(DatabaseProperties properties) {
        String durable = properties.durable() ? "on" : "off";
        return builder -> builder.setServerConfig("fsync", durable)
                .setServerConfig("full_page_writes", durable)
                .setServerConfig("synchronous_commit", durable)
                .setServerConfig("max_connections", "100")
                .setServerConfig("unix_socket_directories", "''")
                .setServerConfig("timezone", "UTC")
                .setServerConfig("password_encryption", "scram-sha-256");
    }

    /** Roles and database, made once; repeated starts only make sure. */
    private void prepare() {
        try (Connection connection = server.getPostgresDatabase().getConnection()) {
            new DatabaseRoles(credentials).ensure(new JdbcTemplate(new SingleConnectionDataSource(connection, true)));
        } catch (SQLException failure) {
            throw new IllegalStateException("The database could not be prepared", failure);
        }
    }

    int port() {
        return server.getPort();
    }

    String url() {
        return "jdbc:postgresql://localhost:" + port() + "/" + NAME;
    }

    Credentials credentials() {
        return credentials;
    }

    /** Runs SQL as the superuser; tests use it to tamper with what the application may not touch. */
    void asSuperuser(String sql) {
        try (Connection connection = server.getDatabase(
                                "postgres", NAME, java.util.Map.of("password", credentials.superuser()))
                        .getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(sql, failure);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } finally {
            directory.close();
        }
    }
}
