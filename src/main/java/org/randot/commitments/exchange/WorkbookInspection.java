package org.randot.commitments.exchange;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.randot.commitments.exchange.WorkbookUnfit.Reason;

/** Looks into the zip before anything reads it as a workbook: how far it unpacks, and that nothing in it could act. */
final class WorkbookInspection {
    static final int LARGEST = 5 * 1024 * 1024;
    private static final int MOST_ENTRIES = 400;
    private static final int MOST_OF_ENTRY = 12 * 1024 * 1024;
    private static final int MOST_UNPACKED = 24 * 1024 * 1024;
    private static final int MOST_ELEMENTS = 400_000;
    private static final byte[] OLE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    private static final Pattern ACTIVE = Pattern.compile(
            "vbaproject|vbadata|macrosheets|activex|/embeddings/|oleobject|externallinks/|/connections\\.xml|querytables/|ddelinks");
    private static final Pattern OUTSIDE =
            Pattern.compile("<Relationship\\b[^>]*TargetMode\\s*=\\s*[\"']External[\"'][^>]*>");

    private int entries;
    private long unpacked;
    private long elements;
    private boolean workbook;

    private WorkbookInspection() {}

    /** @throws WorkbookUnfit when the bytes are no workbook that may be read */
    static void inspect(byte[] file) {
        require(file.length > 0, Reason.EMPTY);
        require(file.length <= LARGEST, Reason.TOO_LARGE);
        require(!startsWith(file, OLE), Reason.ENCRYPTED);
        require(startsWith(file, new byte[] {'P', 'K', 3, 4}), Reason.NOT_A_WORKBOOK);
        try {
            new WorkbookInspection().look(file);
        } catch (IOException | IllegalArgumentException broken) {
            throw new WorkbookUnfit(Reason.NOT_A_WORKBOOK);
        }
    }

    private static void require(boolean holds, Reason reason) {
        if (!holds) {
            throw new WorkbookUnfit(reason);
        }
    }

    private static boolean startsWith(byte[] file, byte[] start) {
        return file.length >= start.length && java.util.Arrays.equals(file, 0, start.length, start, 0, start.length);
    }

    private void look(byte[] file) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = entry.getName().toLowerCase(Locale.ROOT);
                require(++entries <= MOST_ENTRIES, Reason.TOO_LARGE);
                require(!name.contains("..") && !name.startsWith("/"), Reason.NOT_A_WORKBOOK);
                require(!ACTIVE.matcher(name).find(), Reason.ACTIVE);
                workbook |= name.equals("xl/workbook.xml");
                content(name, zip.readNBytes(MOST_OF_ENTRY + 1));
            }
        } catch (ZipException broken) {
            throw new WorkbookUnfit(Reason.NOT_A_WORKBOOK);
        }
        require(workbook, Reason.NOT_A_WORKBOOK);
    }

    private void content(String name, byte[] content) {
        unpacked += content.length;
        require(content.length <= MOST_OF_ENTRY && unpacked <= MOST_UNPACKED, Reason.TOO_LARGE);
        for (byte each : content) {
            elements += each == '<' ? 1 : 0;
        }
        require(elements <= MOST_ELEMENTS, Reason.TOO_LARGE);
        String xml = new String(content, StandardCharsets.ISO_8859_1);
        if (name.equals("[content_types].xml")) {
            require(!xml.contains("macroEnabled"), Reason.ACTIVE);
        }
        if (name.endsWith(".rels")) {
            OUTSIDE.matcher(xml)
                    .results()
                    .forEach(found -> require(found.group().contains("/hyperlink"), Reason.ACTIVE));
        }
        require(!name.endsWith(".xml") || !xml.contains("<!DOCTYPE"), Reason.NOT_A_WORKBOOK);
    }
}
