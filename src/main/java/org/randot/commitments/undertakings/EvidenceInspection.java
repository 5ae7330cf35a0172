package org.randot.commitments.undertakings;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.randot.commitments.undertakings.EvidenceUnsupported.Reason;

/** Looks whether a file is what its name says and holds nothing that acts by itself (security.md 5), without heavy parsers. */
final class EvidenceInspection {
    private static final long MOST_PIXELS = 50_000_000;
    private static final byte[] PNG_START = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final byte[] PNG_END = {'I', 'E', 'N', 'D', (byte) 0xAE, 0x42, 0x60, (byte) 0x82};

    private EvidenceInspection() {}

    /** @throws EvidenceUnsupported with the reason */
    static EvidenceType inspect(String fileName, Path file) throws IOException {
        EvidenceType type = EvidenceType.byName(fileName).orElseThrow(() -> new EvidenceUnsupported(Reason.TYPE));
        if (Files.size(file) == 0) {
            throw new EvidenceUnsupported(Reason.EMPTY);
        }
        switch (type) {
            case PDF -> PdfInspection.inspect(Files.readAllBytes(file));
            case DOCX, XLSX, ODT -> OfficeInspection.inspect(type, file);
            case PNG -> png(Files.readAllBytes(file));
            case JPG -> jpg(Files.readAllBytes(file));
            case CSV -> csv(Files.readAllBytes(file));
        }
        return type;
    }

    static void require(boolean holds, Reason otherwise) {
        if (!holds) {
            throw new EvidenceUnsupported(otherwise);
        }
    }

    private static void png(byte[] bytes) {
        require(bytes.length > 33 && startsWith(bytes, PNG_START), Reason.CONTENT);
        byte[] end = Arrays.copyOfRange(bytes, bytes.length - PNG_END.length, bytes.length);
        require(Arrays.equals(end, PNG_END), Reason.CONTENT);
        ByteBuffer header = ByteBuffer.wrap(bytes, 16, 8);
        pixels(header.getInt(), header.getInt());
    }

    private static void jpg(byte[] bytes) {
        int last = bytes.length - 1;
        require(
                bytes.length > 10 && unsigned(bytes, 0) == 0xFFD8 && unsigned(bytes, last - 1) == 0xFFD9,
                Reason.CONTENT);
        int at = 2;
        while (at + 9 < bytes.length && (bytes[at] & 0xFF) == 0xFF) {
            int marker = bytes[at + 1] & 0xFF;
            boolean frame = marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
            if (frame) {
                pixels(unsigned(bytes, at + 5), unsigned(bytes, at + 7));
                return;
            }
            at += 2 + unsigned(bytes, at + 2);
        }
        throw new EvidenceUnsupported(Reason.CONTENT);
    }

    private static void pixels(long width, long height) {
        require(width > 0 && height > 0, Reason.CONTENT);
        require(width * height <= MOST_PIXELS, Reason.TOO_BIG_INSIDE);
    }

    private static void csv(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            require(
                    text.chars().noneMatch(character -> character < ' ' && "\r\n\t\f".indexOf(character) < 0),
                    Reason.CONTENT);
            String start = text.stripLeading();
            require(!start.startsWith("%PDF") && !start.startsWith("<"), Reason.CONTENT);
        } catch (CharacterCodingException notText) {
            throw new EvidenceUnsupported(Reason.CONTENT);
        }
    }

    static boolean startsWith(byte[] bytes, byte[] start) {
        return bytes.length >= start.length && Arrays.equals(bytes, 0, start.length, start, 0, start.length);
    }

    private static int unsigned(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) << 8 | bytes[at + 1] & 0xFF;
    }
}
