package org.randot.commitments.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.randot.commitments.forms.FormOutline;
import org.randot.commitments.shared.Language;

/** Empty workbooks, filled cell by cell with LibreOffice, saved by it and read back. */
class LibreOfficeTests {
    private static final Path SCRIPT =
            Path.of("src/test/resources/exchange/fill.py").toAbsolutePath();
    /** One with every type of field, and the one that states fill in offices: the others differ in nothing that matters here. */
    private static final Set<String> PACKAGES = Set.of("test-commitment", "annual-information");

    private static final Language LANGUAGE = Language.ES;

    @Test
    void givesExactlyTheValues_whenFilledWithLibreOffice(@TempDir Path folder) throws Exception {
        String office = program("soffice", "libreoffice");
        String python = pythonWithUno();
        assumeTrue(
                office != null && python != null,
                "Skipped: this machine has no LibreOffice with its Python bridge (packages libreoffice-calc, python3-uno)");
        ArrayNode jobs = SampleForms.JSON.createArrayNode();
        List<Path> files = SampleForms.files().stream()
                .filter(file -> PACKAGES.contains(file.getParent().getFileName().toString()))
                .toList();
        for (int i = 0; i < files.size(); i++) {
            jobs.add(job(folder, i, files.get(i)));
        }
        Path list = Files.writeString(folder.resolve("jobs.json"), jobs.toString());

        run(List.of(String.valueOf(python), SCRIPT.toString(), list.toString(), String.valueOf(office)), folder);

        for (int i = 0; i < files.size(); i++) {
            Path file = files.get(i);
            ObjectNode values = SampleForms.values(file);
            FormOutline outline = SampleForms.outline(file, values, LANGUAGE);
            byte[] saved = Files.readAllBytes(folder.resolve(i + "-filled.xlsx"));
            JsonNode read = SampleForms.read(file, outline, saved, LANGUAGE);
            assertThat(read).as(file.toString()).isEqualTo(SampleForms.plain(values));
        }
    }

    /** The empty workbook, and what to type into it to say what the sample says. */
    private static ObjectNode job(Path folder, int number, Path file) throws IOException {
        FormOutline outline = SampleForms.outline(file, SampleForms.values(file), LANGUAGE);
        byte[] full = SampleForms.workbook(outline, LANGUAGE);
        byte[] empty = SampleForms.workbook(emptied(outline), LANGUAGE);
        ObjectNode job = SampleForms.JSON.createObjectNode();
        job.put("in", Files.write(folder.resolve(number + ".xlsx"), empty).toString());
        job.put("out", folder.resolve(number + "-filled.xlsx").toString());
        ArrayNode cells = job.putArray("cells");
        Map<String, Cell> before = cells(empty);
        cells(full).forEach((place, cell) -> {
            Cell blank = before.get(place);
            if (blank == null || blank.getCellType() == CellType.BLANK || isEmptyText(blank) && !isEmptyText(cell)) {
                cells.add(fill(cell));
            }
        });
        assertThat(cells).isNotEmpty();
        return job;
    }

    private static boolean isEmptyText(Cell cell) {
        return cell.getCellType() == CellType.STRING
                && cell.getStringCellValue().isEmpty();
    }

    private static ObjectNode fill(Cell cell) {
        ObjectNode fill = SampleForms.JSON.createObjectNode();
        fill.put("sheet", cell.getSheet().getSheetName());
        fill.put("cell", cell.getAddress().formatAsString());
        return cell.getCellType() == CellType.NUMERIC
                ? fill.put("number", cell.getNumericCellValue())
                : fill.put("text", cell.getStringCellValue());
    }

    private static Map<String, Cell> cells(byte[] bytes) throws IOException {
        Map<String, Cell> cells = new HashMap<>();
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
            for (Sheet sheet : workbook) {
                for (Row row : sheet) {
                    for (Cell cell : row) {
                        boolean said = cell.getCellType() != CellType.BLANK;
                        boolean key = sheet.getSheetName().startsWith("randot-");
                        if (said && !key) {
                            cells.put(sheet.getSheetName() + cell.getAddress(), cell);
                        }
                    }
                }
            }
        }
        return cells;
    }

    /** The same questions and columns, with nothing said. */
    private static FormOutline emptied(FormOutline outline) {
        List<FormOutline.Entry> entries = new ArrayList<>();
        for (FormOutline.Entry entry : outline.entries()) {
            if (entry instanceof FormOutline.Question question) {
                entries.add(new FormOutline.Question(
                        question.key(),
                        question.label(),
                        question.help(),
                        question.required(),
                        question.inputs().stream()
                                .map(LibreOfficeTests::emptied)
                                .toList()));
            } else if (entry instanceof FormOutline.Table table) {
                entries.add(new FormOutline.Table(
                        table.key(),
                        table.label(),
                        table.help(),
                        table.required(),
                        table.maxRows(),
                        table.columns(),
                        table.heads().isEmpty() ? List.of() : onlyGiven(table),
                        table.heads(),
                        table.fixed()));
            } else {
                entries.add(entry);
            }
        }
        return new FormOutline(outline.form(), outline.language(), entries);
    }

    private static List<Map<String, List<String>>> onlyGiven(FormOutline.Table table) {
        return table.rows().stream()
                .map(row -> {
                    Map<String, List<String>> given = new HashMap<>(row);
                    given.keySet().retainAll(table.fixed());
                    return given;
                })
                .toList();
    }

    private static FormOutline.Input emptied(FormOutline.Input input) {
        return new FormOutline.Input(
                input.name(),
                input.pointer(),
                input.label(),
                input.kind(),
                List.of(),
                input.choices(),
                input.open(),
                input.spare(),
                input.longest(),
                input.range());
    }

    private static void run(List<String> command, Path folder) throws IOException, InterruptedException {
        Path log = folder.resolve("log.txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        boolean ended = process.waitFor(180, TimeUnit.SECONDS);
        if (!ended) {
            process.destroy();
        }
        assertThat(ended && process.exitValue() == 0).as(Files.readString(log)).isTrue();
    }

    private static @Nullable String pythonWithUno() throws IOException, InterruptedException {
        for (String python : List.of("/usr/bin/python3", "python3")) {
            try {
                Process process = new ProcessBuilder(python, "-c", "import uno")
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
                if (process.waitFor() == 0) {
                    return python;
                }
            } catch (IOException absent) {
                continue;
            }
        }
        return null;
    }

    private static @Nullable String program(String... names) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator))
                .flatMap(folder -> Stream.of(names).map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst()
                .orElse(null);
    }
}
