package org.randot.commitments.undertakings;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.core.io.InputStreamSource;

/** A file that came in and was found to be what its name says; piece by piece, never whole in memory. It goes when it is closed. */
record IncomingFile(Path path, long size, String sha256, EvidenceType type) implements AutoCloseable {

    /**
     * @throws EvidenceTooLarge over 25 MB
     * @throws EvidenceUnsupported when it is not a type we take or holds something active
     */
    static IncomingFile receive(String name, InputStreamSource content) throws IOException {
        Path path = Files.createTempFile("evidence", ".upload");
        boolean taken = false;
        try {
            String sha256 = copy(content, path);
            var file = new IncomingFile(path, Files.size(path), sha256, EvidenceInspection.inspect(name, path));
            taken = true;
            return file;
        } finally {
            if (!taken) {
                Files.deleteIfExists(path);
            }
        }
    }

    private static String copy(InputStreamSource content, Path path) throws IOException {
        MessageDigest digest = digest();
        try (InputStream in = content.getInputStream();
                OutputStream out = Files.newOutputStream(path)) {
            byte[] piece = new byte[64 * 1024];
            long size = 0;
            for (int count = in.read(piece); count > 0; count = in.read(piece)) {
                size += count;
                if (size > EvidenceFiles.LARGEST) {
                    throw new EvidenceTooLarge();
                }
                digest.update(piece, 0, count);
                out.write(piece, 0, count);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
    }
}
