package org.randot.commitments.undertakings;

import static org.randot.commitments.undertakings.EvidenceInspection.require;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.randot.commitments.undertakings.EvidenceUnsupported.Reason;

/** Office files are zips: looks at the names of their entries, at relations to the outside, and at how far they unpack. */
final class OfficeInspection {
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] OLE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    private static final int MOST_ENTRIES = 5_000;
    private static final long MOST_UNPACKED = 250L * 1024 * 1024;
    private static final int MOST_RATIO = 100;
    private static final int SMALL = 1024 * 1024;
    private static final Pattern MACROS = Pattern.compile("vbaproject|vbadata|macrosheets|^basic/|^scripts/|activex");
    private static final Pattern EMBEDDED =
            Pattern.compile("/embeddings/|oleobject|^object |^objectreplacements/object .*\\.bin|attachedtoolbars");
    private static final Pattern ARCHIVE = Pattern.compile("\\.(zip|7z|rar|gz|tar|jar|exe|dll|docm|xlsm)$");
    private static final Pattern OUTSIDE =
            Pattern.compile("<Relationship\\b[^>]*TargetMode\\s*=\\s*[\"']External[\"'][^>]*>");
    private static final Pattern DDE = Pattern.compile("\\bDDE(AUTO)?\\b|<ddeLink\\b|office:dde-source");

    private OfficeInspection() {}

    static void inspect(EvidenceType type, Path file) throws IOException {
        byte[] start = start(file);
        require(!EvidenceInspection.startsWith(start, OLE), Reason.ENCRYPTED);
        require(EvidenceInspection.startsWith(start, ZIP), Reason.CONTENT);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            Set<String> names = entries(zip);
            switch (type) {
                case DOCX ->
                    require(
                            names.contains("[content_types].xml") && names.contains("word/document.xml"),
                            Reason.CONTENT);
                case XLSX ->
                    require(names.contains("[content_types].xml") && names.contains("xl/workbook.xml"), Reason.CONTENT);
                default -> openDocument(zip, names);
            }
        } catch (ZipException broken) {
            throw new EvidenceUnsupported(Reason.CONTENT);
        }
    }

    private static byte[] start(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(8);
        }
    }

    private static Set<String> entries(ZipFile zip) throws IOException {
        Set<String> names = new HashSet<>();
        long unpacked = 0;
        Enumeration<? extends ZipEntry> entries = zip.entries();
        while (entries.hasMoreElements()) {
            ZipEntry entry = entries.nextElement();
            String name = entry.getName().toLowerCase(Locale.ROOT);
            require(names.add(name) && names.size() <= MOST_ENTRIES, Reason.CONTENT);
            require(!name.contains("..") && !name.startsWith("/"), Reason.CONTENT);
            require(!MACROS.matcher(name).find(), Reason.MACROS);
            require(!EMBEDDED.matcher(name).find(), Reason.EMBEDDED);
            require(!ARCHIVE.matcher(name).find(), Reason.ARCHIVE);
            require(!name.contains("externallinks/"), Reason.EXTERNAL);
            unpacked += unpacked(zip, entry, name);
            require(unpacked <= MOST_UNPACKED, Reason.TOO_BIG_INSIDE);
        }
        return names;
    }

    private static long unpacked(ZipFile zip, ZipEntry entry, String name) throws IOException {
        long packed = Math.max(1, entry.getCompressedSize());
        boolean text = name.endsWith(".xml") || name.endsWith(".rels");
        StringBuilder read = new StringBuilder();
        long size = 0;
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] piece = new byte[64 * 1024];
            for (int count = in.read(piece); count > 0; count = in.read(piece)) {
                size += count;
                require(size <= SMALL || size / packed <= MOST_RATIO, Reason.TOO_BIG_INSIDE);
                require(size <= MOST_UNPACKED, Reason.TOO_BIG_INSIDE);
                if (text && read.length() < 8 * SMALL) {
                    read.append(new String(piece, 0, count, StandardCharsets.ISO_8859_1));
                }
            }
        }
        if (text) {
            words(name, read.toString());
        }
        return size;
    }

    private static void words(String name, String xml) {
        if (name.endsWith(".rels")) {
            OUTSIDE.matcher(xml)
                    .results()
                    .forEach(found -> require(found.group().contains("/hyperlink"), Reason.EXTERNAL));
        }
        if (name.equals("[content_types].xml")) {
            require(!xml.contains("macroEnabled"), Reason.MACROS);
        }
        if (name.startsWith("word/") && xml.contains("instrText")
                || name.startsWith("xl/")
                || name.equals("content.xml")) {
            boolean field = xml.contains("instrText") || xml.contains("ddeLink") || xml.contains("dde-source");
            require(!field || !DDE.matcher(xml).find(), Reason.EXTERNAL);
        }
    }

    private static void openDocument(ZipFile zip, Set<String> names) throws IOException {
        require(names.contains("mimetype") && names.contains("content.xml"), Reason.CONTENT);
        try (InputStream in = zip.getInputStream(zip.getEntry("mimetype"))) {
            String mimetype = new String(in.readNBytes(200), StandardCharsets.US_ASCII).strip();
            require(mimetype.equals(EvidenceType.ODT.mediaType()), Reason.CONTENT);
        }
        ZipEntry manifest = zip.getEntry("META-INF/manifest.xml");
        require(manifest != null, Reason.CONTENT);
        try (InputStream in = zip.getInputStream(manifest)) {
            String entries = new String(in.readNBytes(SMALL), StandardCharsets.UTF_8);
            require(!entries.contains("encryption-data"), Reason.ENCRYPTED);
        }
    }
}
