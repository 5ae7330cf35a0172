package org.randot.commitments.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.randot.commitments.exchange.WorkbookUnfit.Reason;
import org.randot.commitments.forms.FormOutline;
import org.randot.commitments.shared.Language;

/** From values to a workbook and back. */
class WorkbookRoundTripTests {
    private static final Path UNIT = Path.of("src/test/resources/processes/test-commitment/patrolUnit.form");

    static List<Path> files() throws IOException {
        return SampleForms.files();
    }

    @ParameterizedTest
    @MethodSource("files")
    void keepsEveryValue_givenAnyFormInAnyLanguage(Path file) {
        ObjectNode values = SampleForms.values(file);
        for (Language language : Language.values()) {
            FormOutline outline = SampleForms.outline(file, values, language);

            JsonNode read = SampleForms.read(file, outline, SampleForms.workbook(outline, language), language);

            assertThat(read).as("%s in %s", file, language).isEqualTo(SampleForms.plain(values));
        }
    }

    @Test
    void keepsTextThatLooksLikeAFormula() throws IOException {
        ObjectNode values = SampleForms.JSON.createObjectNode();
        values.put("callSign", "=HYPERLINK(\"https://example.org\")");
        values.putObject("unit").putObject("name").put("en", "@SUM(1)").put("es", "_x0041_ +1\n-2");
        FormOutline outline = SampleForms.outline(UNIT, values, Language.EN);
        byte[] workbook = SampleForms.workbook(outline, Language.EN);

        assertThat(SampleForms.read(UNIT, outline, workbook, Language.EN)).isEqualTo(SampleForms.plain(values));
        try (XSSFWorkbook opened = new XSSFWorkbook(new ByteArrayInputStream(workbook))) {
            for (Sheet sheet : opened) {
                for (Row row : sheet) {
                    for (Cell cell : row) {
                        assertThat(cell.getCellType()).isNotEqualTo(CellType.FORMULA);
                    }
                }
            }
        }
    }

    @Test
    void offersChoicesAndHidesItsKeys() throws IOException {
        FormOutline outline = SampleForms.outline(UNIT, SampleForms.values(UNIT), Language.ES);
        byte[] bytes = SampleForms.workbook(outline, Language.ES);
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
            assertThat(workbook.getSheetAt(0).getSheetName()).isEqualTo("Instrucciones");
            assertThat(workbook.getSheetAt(1).getSheetName()).isEqualTo("Formulario");
            assertThat(workbook.isSheetHidden(workbook.getSheetIndex(WorkbookKey.SHEET)))
                    .isTrue();
            assertThat(workbook.isSheetHidden(workbook.getSheetIndex(ChoiceLists.SHEET)))
                    .isTrue();
            assertThat(workbook.getSheetAt(1).isColumnHidden(0)).isTrue();
            assertThat(workbook.getSheetAt(1).getDataValidations())
                    .anyMatch(
                            each -> each.getValidationConstraint().getFormula1().contains(ChoiceLists.SHEET));
        }
    }

    @Test
    void namesEveryCell_whenSeveralAreWrong() {
        ObjectNode values = SampleForms.values(UNIT);
        FormOutline outline = SampleForms.outline(UNIT, values, Language.EN);
        byte[] broken = changed(SampleForms.workbook(outline, Language.EN), workbook -> {
            Sheet form = workbook.getSheetAt(1);
            cell(form, "staff").setCellFormula("40+40");
            cell(form, "unit.kind").setCellValue("Navy");
            cell(form, "means#BOATS").setCellValue("perhaps");
            Row below = form.createRow(form.getLastRowNum() + 3);
            below.createCell(Layout.VALUE).setCellValue("A note");
            workbook.getSheetAt(2).getRow(Layout.TABLE_ROWS).createCell(40).setCellValue("A note");
        });

        assertThatThrownBy(() -> SampleForms.read(UNIT, outline, broken, Language.EN))
                .isInstanceOfSatisfying(
                        WorkbookRefused.class,
                        refused -> assertThat(refused.problems())
                                .allSatisfy(each -> assertThat(each.cell()).matches("[^!]+![A-Z]+[0-9]+"))
                                .extracting(CellProblem::code)
                                .containsExactlyInAnyOrder("FORMULA", "CHOICE", "TICK", "UNASKED", "UNASKED"));
    }

    @Test
    void namesWhatIsMissing_whenRowsOrSheetsWereRemoved() {
        FormOutline outline = SampleForms.outline(UNIT, SampleForms.values(UNIT), Language.EN);
        byte[] broken = changed(SampleForms.workbook(outline, Language.EN), workbook -> {
            Sheet form = workbook.getSheetAt(1);
            form.removeRow(cell(form, "staff").getRow());
            workbook.removeSheetAt(2);
        });

        assertThatThrownBy(() -> SampleForms.read(UNIT, outline, broken, Language.EN))
                .isInstanceOfSatisfying(
                        WorkbookRefused.class,
                        refused -> assertThat(refused.problems())
                                .extracting(CellProblem::code)
                                .containsExactlyInAnyOrder("ROW_MISSING", "SHEET_MISSING"));
    }

    @ParameterizedTest
    @EnumSource(
            value = Reason.class,
            names = {"EMPTY", "NOT_A_WORKBOOK", "ENCRYPTED", "ACTIVE", "TOO_LARGE"})
    void isRefused_whenTheFileIsNoPlainWorkbook(Reason reason) throws IOException {
        byte[] file = switch (reason) {
            case EMPTY -> new byte[0];
            case ENCRYPTED -> new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0, 0, 0};
            case ACTIVE -> zip("xl/vbaProject.bin", "xl/workbook.xml");
            case TOO_LARGE -> bomb();
            default -> zip("word/document.xml");
        };

        assertThatThrownBy(() -> WorkbookInspection.inspect(file))
                .isInstanceOfSatisfying(
                        WorkbookUnfit.class, unfit -> assertThat(unfit.reason()).isEqualTo(reason));
    }

    static byte[] changed(byte[] bytes, Consumer<XSSFWorkbook> change) {
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes));
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            change.accept(workbook);
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }

    /** The cell to fill of a key. */
    static Cell cell(Sheet form, String key) {
        for (Row row : form) {
            if (row.getCell(Layout.KEYS) != null
                    && row.getCell(Layout.KEYS).getStringCellValue().equals(key)) {
                return row.getCell(Layout.VALUE);
            }
        }
        throw new AssertionError("No cell for " + key);
    }

    private static byte[] zip(String... names) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write("<x/>".getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] bomb() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            byte[] rows = "<row/>".repeat(10_000).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 100; i++) {
                zip.write(rows);
            }
        }
        return bytes.toByteArray();
    }
}
