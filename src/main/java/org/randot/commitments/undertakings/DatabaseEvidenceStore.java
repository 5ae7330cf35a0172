package org.randot.commitments.undertakings;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Evidence in PostgreSQL, cut into pieces. */
@Component
class DatabaseEvidenceStore implements EvidenceStore {
    private static final int PIECE = 512 * 1024;

    private final JdbcClient jdbc;
    private final TransactionTemplate reading;

    DatabaseEvidenceStore(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    @Override
    public void put(String state, String sha256, Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            int number = 0;
            for (byte[] piece = in.readNBytes(PIECE); piece.length > 0; piece = in.readNBytes(PIECE)) {
                jdbc.sql(
                                "insert into evidence_chunk (state, sha256, number, bytes) values (:state, :sha256, :number, :bytes)")
                        .param("state", state)
                        .param("sha256", sha256)
                        .param("number", number++)
                        .param("bytes", piece)
                        .update();
            }
        }
    }

    @Override
    public InputStream open(String state, String sha256) {
        return new SequenceInputStream(new Enumeration<>() {
            private int number;
            private Optional<byte[]> next = piece(state, sha256, 0);

            @Override
            public boolean hasMoreElements() {
                return next.isPresent();
            }

            @Override
            public InputStream nextElement() {
                byte[] piece = next.orElseThrow(NoSuchElementException::new);
                next = piece.length < PIECE ? Optional.empty() : piece(state, sha256, ++number);
                return new ByteArrayInputStream(piece);
            }
        });
    }

    private Optional<byte[]> piece(String state, String sha256, int number) {
        Optional<byte[]> found = reading.execute(status -> jdbc.sql(
                        "select bytes from evidence_chunk where state = :state and sha256 = :sha256 and number = :number")
                .param("state", state)
                .param("sha256", sha256)
                .param("number", number)
                .query((row, index) -> row.getBytes("bytes"))
                .optional());
        return found == null ? Optional.empty() : found;
    }

    @Override
    public void remove(String state, String sha256) {
        jdbc.sql("delete from evidence_chunk where state = :state and sha256 = :sha256")
                .param("state", state)
                .param("sha256", sha256)
                .update();
    }
}
