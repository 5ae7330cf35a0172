package org.randot.commitments.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server that a newcomer starts with: it keeps what was committed, and says what is wrong. */
class EmbeddedDatabaseTests {
    private static final String READY = "ready";

    @TempDir
    private Path home;

    /** A process that starts the server, commits something, and waits to be killed. */
    static final class Newcomer {
        public static void main(String[] arguments) throws InterruptedException {
            EmbeddedDatabase.start(properties(Path.of(arguments[0]), 0))
                    .asSuperuser("create table kept as select 7 as number");
            System.out.println(READY);
            Thread.sleep(Long.MAX_VALUE);
        }
    }

    @Test
    void keepsWhatWasCommitted_whenTheProcessAndThenTheServerAreKilled() throws Exception {
        Process newcomer = newcomer();
        newcomer.destroyForcibly().waitFor(10, TimeUnit.SECONDS);

        // its server outlived it, and is stopped
        try (EmbeddedDatabase second = EmbeddedDatabase.start(properties(home, 0))) {
            assertThat(kept(second)).isEqualTo(7);
            assertThatThrownBy(() -> EmbeddedDatabase.start(properties(home, 0)))
                    .isInstanceOfSatisfying(DatabaseUnavailable.class, why -> {
                        assertThat(why.description()).contains("Another process already uses", home.toString());
                        assertThat(why.action()).contains("randot.database.directory");
                    });
            ProcessHandle server = server();
            server.destroyForcibly();
            server.onExit().get(10, TimeUnit.SECONDS);
        }

        try (EmbeddedDatabase third = EmbeddedDatabase.start(properties(home, 0))) {
            assertThat(kept(third)).isEqualTo(7);
        }
    }

    @Test
    void saysWhichPortIsTaken_whenAnotherProgramListensThere() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> EmbeddedDatabase.start(properties(home, other.getLocalPort())))
                    .isInstanceOfSatisfying(DatabaseUnavailable.class, why -> {
                        assertThat(why.description()).contains("Port " + other.getLocalPort());
                        assertThat(why.action()).contains("randot.database.port");
                    });
        }
    }

    @Test
    void saysWhatIsWrongWithTheDirectory_whenItIsAFile() throws IOException {
        Path file = Files.writeString(home.resolve("file"), "not a directory");

        assertThatThrownBy(() -> EmbeddedDatabase.start(properties(file, 0)))
                .isInstanceOfSatisfying(
                        DatabaseUnavailable.class,
                        why -> assertThat(why.description()).contains(file.toString(), "cannot be used"));
    }

    private Process newcomer() throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Newcomer.class.getName(),
                        home.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        assertThat(out.lines().anyMatch(line -> line.equals(READY))).isTrue();
        return process;
    }

    private ProcessHandle server() throws IOException {
        String pid = Files.readAllLines(home.resolve("postgresql/postmaster.pid"))
                .get(0)
                .trim();
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }

    private static int kept(EmbeddedDatabase database) throws SQLException {
        String password = database.credentials().superuser();
        try (Connection connection = DriverManager.getConnection(database.url(), "postgres", password);
                ResultSet row = connection.createStatement().executeQuery("select number from kept")) {
            assertThat(row.next()).isTrue();
            return row.getInt(1);
        }
    }

    private static DatabaseProperties properties(Path home, int port) {
        return new DatabaseProperties(home, port, false, true);
    }
}
