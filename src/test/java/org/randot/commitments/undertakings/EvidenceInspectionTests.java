package org.randot.commitments.undertakings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.randot.commitments.undertakings.EvidenceUnsupported.Reason;

class EvidenceInspectionTests {
    private static final byte[] CONTENT_TYPES = text("<Types/>");

    @TempDir
    private Path directory;

    @Test
    void takesWhatIsWhatItsNameSays() throws IOException {
        assertThat(inspect("a.pdf", pdf(""))).isEqualTo(EvidenceType.PDF);
        assertThat(inspect("A.DOCX", docx("word/styles.xml", text("<w/>")))).isEqualTo(EvidenceType.DOCX);
        assertThat(inspect("a.csv", text("año,n\n2025,3\n"))).isEqualTo(EvidenceType.CSV);
    }

    @ParameterizedTest
    @CsvSource({
        "a.exe, TYPE",
        "a, TYPE",
        "a.docm, TYPE",
        "a.svg, TYPE",
        "a.pdf, CONTENT",
        "a.png, CONTENT",
        "a.docx, CONTENT"
    })
    void refusesOtherTypesAndFalseNames(String name, Reason reason) {
        assertRefused(name, text("Nothing of that kind"), reason);
    }

    @ParameterizedTest
    @CsvSource({
        "/OpenAction << /S /JavaScript >>, SCRIPT",
        "/J#61vaScript 1 0 R, SCRIPT",
        "/S /Launch, SCRIPT",
        "/EmbeddedFiles 3 0 R, EMBEDDED",
        "/Encrypt 5 0 R, ENCRYPTED"
    })
    void refusesActivePdf(String names, Reason reason) {
        assertRefused("a.pdf", pdf(names), reason);
    }

    @Test
    void looksIntoObjectStreamsButNotIntoOthers() throws IOException {
        assertThat(inspect("a.pdf", withStream("<< /Filter /FlateDecode >>"))).isEqualTo(EvidenceType.PDF);
        assertRefused("a.pdf", withStream("<< /Type /ObjStm /Filter /FlateDecode >>"), Reason.SCRIPT);
    }

    @ParameterizedTest
    @CsvSource({
        "word/vbaProject.bin, MACROS",
        "word/embeddings/sheet.xlsx, EMBEDDED",
        "word/media/more.zip, ARCHIVE",
        "xl/externalLinks/externalLink1.xml, EXTERNAL"
    })
    void refusesOfficeFilesThatHoldMore(String entry, Reason reason) {
        assertRefused("a.docx", docx(entry, text("x")), reason);
    }

    @Test
    void takesLinksButNoOutsideContents() throws IOException {
        String relation =
                "<Relationship Type=\"http://x/relationships/%s\" Target=\"http://y\" TargetMode=\"External\"/>";
        assertThat(inspect("a.docx", docx("word/_rels/document.xml.rels", text(relation.formatted("hyperlink")))))
                .isEqualTo(EvidenceType.DOCX);
        assertRefused(
                "a.docx",
                docx("word/_rels/document.xml.rels", text(relation.formatted("attachedTemplate"))),
                Reason.EXTERNAL);
    }

    @Test
    void refusesWhatUnpacksTooFar() {
        assertRefused("a.docx", docx("word/media/zeros.dat", new byte[20 * 1024 * 1024]), Reason.TOO_BIG_INSIDE);
    }

    private void assertRefused(String name, byte[] content, Reason reason) {
        assertThatThrownBy(() -> inspect(name, content))
                .isInstanceOfSatisfying(
                        EvidenceUnsupported.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    private EvidenceType inspect(String name, byte[] content) throws IOException {
        Path file = Files.createTempFile(directory, "inspected", "");
        Files.write(file, content);
        return EvidenceInspection.inspect(name, file);
    }

    static byte[] pdf(String names) {
        return text(
                "%PDF-1.7\n1 0 obj\n<< /Type /Catalog " + names + " >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n");
    }

    private static byte[] withStream(String dictionary) throws IOException {
        var deflated = new ByteArrayOutputStream();
        try (var out = new DeflaterOutputStream(deflated)) {
            out.write(text("<< /S /JavaScript /JS (app.alert\\(1\\)) >>"));
        }
        var file = new ByteArrayOutputStream();
        file.write(text("%PDF-1.7\n2 0 obj\n" + dictionary + "\nstream\n"));
        file.write(deflated.toByteArray());
        file.write(text("\nendstream\nendobj\n%%EOF\n"));
        return file.toByteArray();
    }

    private static byte[] docx(String entry, byte[] content) {
        var file = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(file)) {
            put(zip, "[Content_Types].xml", CONTENT_TYPES);
            put(zip, "word/document.xml", text("<w:document/>"));
            put(zip, entry, content);
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
        return file.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
