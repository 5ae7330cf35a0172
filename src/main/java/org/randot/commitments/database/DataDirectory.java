package org.randot.commitments.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/** The directory of the embedded server: taken by one process at a time, and cleared of a server that outlived its process. */
final class DataDirectory implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DataDirectory.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Path home;
    private final FileChannel lockFile;

    private DataDirectory(Path home, FileChannel lockFile) {
        this.home = home;
        this.lockFile = lockFile;
    }

    static DataDirectory take(Path configured, boolean fresh) {
        Path home = configured.toAbsolutePath().normalize();
        try {
            Files.createDirectories(home);
            ownerOnly(home);
            FileChannel channel =
                    FileChannel.open(home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                channel.close();
                throw DatabaseUnavailable.directoryTaken(home);
            }
            DataDirectory directory = new DataDirectory(home, channel);
            if (fresh) {
                directory.stopOrphan();
                FileSystemUtils.deleteRecursively(directory.cluster());
            }
            return directory;
        } catch (IOException failure) {
            throw DatabaseUnavailable.directoryUnusable(home, failure);
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException sameProcess) {
            return null;
        }
    }

    Path home() {
        return home;
    }

    Path cluster() {
        return home.resolve("postgresql");
    }

    Path binaries() {
        return home.resolve("binaries");
    }

    /** What the server says. */
    Path log() {
        return home.resolve("postgresql.log");
    }

    /**
     * A killed Java process leaves its PostgreSQL running, and a restarted container leaves the note of one that is gone. The
     * first is stopped, since nobody else can use it; the note of the second is removed.
     */
    void stopOrphan() throws IOException {
        Path note = cluster().resolve("postmaster.pid");
        if (!Files.exists(note)) {
            return;
        }
        List<String> lines = Files.readAllLines(note);
        ProcessHandle orphan = lines.isEmpty() ? null : postgres(lines.get(0).trim());
        if (orphan == null) {
            Files.deleteIfExists(note);
            return;
        }
        LOG.warn("A PostgreSQL (process {}) still runs on {} from an earlier start; stopping it", orphan.pid(), home);
        stop(orphan);
        Files.deleteIfExists(note);
    }

    private static @Nullable ProcessHandle postgres(String pid) {
        return ProcessHandle.of(Long.parseLong(pid))
                .filter(process -> process.info().command().orElse("").contains("postgres"))
                .orElse(null);
    }

    private static void stop(ProcessHandle process) {
        process.destroy();
        try {
            process.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException stubborn) {
            process.destroyForcibly();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    static void ownerOnly(Path path) throws IOException {
        if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(
                    path, PosixFilePermissions.fromString(Files.isDirectory(path) ? "rwx------" : "rw-------"));
        }
    }

    @Override
    public void close() {
        try {
            lockFile.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
