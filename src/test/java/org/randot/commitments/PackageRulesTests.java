package org.randot.commitments;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.randot.commitments.forms.AttachedDocument;
import org.randot.commitments.forms.CheckedForm;
import org.randot.commitments.forms.Form;
import org.randot.commitments.forms.FormContext;
import org.randot.commitments.forms.FormTexts;
import org.randot.commitments.forms.Forms;

/**
 * The rules of the packages find what they are for. One file for each package in {@code rules}; a line is a form, a change to its sample,
 * what surrounds it (an object with {@code answers}, {@code previous}; {@code -} for nothing) and the findings expected.
 */
class PackageRulesTests {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Forms FORMS = new Forms();

    private record Line(Path form, String change, String surroundings, String expected) {
        static Line of(Path rules, String line) {
            String[] cells = line.split("\\s+\\|\\s+", -1);
            Path folder = Path.of("processes", rules.getFileName().toString().replace(".txt", ""));
            return new Line(folder.resolve(cells[0] + ".form"), cells[1], cells[2], cells[3].strip());
        }

        @Override
        public String toString() {
            return form.getFileName() + " " + change + " " + expected;
        }
    }

    static List<Line> lines() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/rules"))) {
            return files.sorted().flatMap(PackageRulesTests::lines).toList();
        }
    }

    private static Stream<Line> lines(Path rules) {
        try {
            return Files.readAllLines(rules).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> Line.of(rules, line));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @ParameterizedTest
    @MethodSource("lines")
    void ruleIsFound_whenBroken(Line line) throws IOException {
        Form form = FormFiles.read(line.form());
        ObjectNode values = (ObjectNode)
                JSON.readTree(Files.readAllBytes(Path.of("src/main/resources/demo/values", form.id() + ".json")));
        values.setAll((ObjectNode) JSON.readTree(line.change()));

        CheckedForm checked = FORMS.check(form, values, context(line.surroundings()), FormTexts.english());

        assertThat(checked.findings().stream()
                        .map(finding -> finding.field() + ":" + finding.code() + ":" + finding.severity()))
                .containsExactlyInAnyOrder(
                        line.expected().equals("-")
                                ? new String[0]
                                : line.expected().split(" "));
    }

    private static FormContext context(String surroundings) throws IOException {
        JsonNode around = surroundings.equals("-") ? JSON.createObjectNode() : JSON.readTree(surroundings);
        Map<String, Object> cycle = Map.of(
                "adoptionDate", LocalDate.of(2024, 4, 9),
                "meetingDate", LocalDate.of(2026, 10, 15),
                "cutOffDate", LocalDate.of(2026, 9, 15));
        return new FormContext(
                        map(around.path("answers")),
                        2024,
                        LocalDate.of(2025, 3, 3),
                        cycle,
                        map(around.path("previous")),
                        treaties(around.path("treaties")))
                .with(List.of(
                        new AttachedDocument("DOCUMENT", "EV-RPT", Map.of("en", "Document"), "document.pdf", "")));
    }

    private static Map<String, String> treaties(JsonNode values) {
        return values.isObject() ? JSON.convertValue(values, new TypeReference<>() {}) : Map.of();
    }

    private static Map<String, Object> map(JsonNode values) {
        return values.isObject() ? JSON.convertValue(values, new TypeReference<>() {}) : Map.of();
    }
}
