package org.randot.commitments.shell;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A request whose address and body are hashed before it is worked on. The parts of an upload are read by the container and cannot be
 * read twice; there the length stands for the body.
 */
final class HashedRequest extends HttpServletRequestWrapper {
    private final byte @Nullable [] body;
    private final String hash;

    private HashedRequest(HttpServletRequest request, byte @Nullable [] body) {
        super(request);
        this.body = body;
        hash = hash(request, body);
    }

    static HashedRequest of(HttpServletRequest request) throws IOException {
        String type = Objects.toString(request.getContentType(), "");
        boolean upload = type.startsWith("multipart/") || type.startsWith("application/x-www-form-urlencoded");
        return new HashedRequest(
                request, upload ? null : request.getInputStream().readAllBytes());
    }

    String hash() {
        return hash;
    }

    private static String hash(HttpServletRequest request, byte @Nullable [] body) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            String head = request.getRequestURI() + "?" + Objects.toString(request.getQueryString(), "") + "\n";
            digest.update(head.getBytes(StandardCharsets.UTF_8));
            byte[] rest = body == null
                    ? Long.toString(request.getContentLengthLong()).getBytes(StandardCharsets.UTF_8)
                    : body;
            return HexFormat.of().formatHex(digest.digest(rest));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        return body == null ? super.getInputStream() : new Stream(body);
    }

    @Override
    public BufferedReader getReader() throws IOException {
        return body == null
                ? super.getReader()
                : new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }

    private static final class Stream extends ServletInputStream {
        private final ByteArrayInputStream bytes;

        Stream(byte[] body) {
            bytes = new ByteArrayInputStream(body);
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            return bytes.read(target, offset, length);
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException("Read at once");
        }
    }
}
