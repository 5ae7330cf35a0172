package org.randot.commitments.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.randot.commitments.packages.Commitment;
import org.randot.commitments.packages.Indicator;
import org.randot.commitments.packages.Indicator.Measure;
import org.randot.commitments.packages.contract.CommitmentPackage;
import org.randot.commitments.packages.contract.PackageFixture;
import org.randot.commitments.undertakings.UndertakingKey;

/**
 * The formulas that the packages ship, over answers. A line of the file is an indicator (of one measure {@code #‹key›}, of one part
 * {@code ‹breakdown›=‹part›}), the approved answers by stage, the year of its value (0 = of the cycle) and the value or why there is
 * none; {@code -} where nothing is to be told yet.
 */
class FormulasTests {
    private static final Path FILE = Path.of("src/test/resources/vectors/indicators.txt");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final LocalDate SUBMITTED = LocalDate.of(2025, 2, 3);
    private static final BigDecimal POPULATION = new BigDecimal("1000000");
    private static final Map<String, CommitmentPackage> PACKAGES = PackageFixture.product().stream()
            .filter(files -> files.has("indicators.json"))
            .map(files -> new CommitmentPackage(files, 1))
            .collect(Collectors.toMap(each -> each.commitment().code(), each -> each));

    private record Line(String code, String measure, String part, String answers, int period, String expected) {
        static Line of(String line) {
            String[] cells = line.split("\\s+\\|\\s+", -1);
            String[] name = cells[0].split(" ", 2);
            String[] code = name[0].split("#", 2);
            String part = name.length > 1 ? name[1] : "";
            return new Line(
                    code[0],
                    code.length > 1 ? code[1] : "",
                    part,
                    cells[1],
                    Integer.parseInt(cells[2]),
                    cells[3].strip());
        }
    }

    static List<Line> lines() {
        try {
            return Files.readAllLines(FILE).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Line::of)
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @ParameterizedTest
    @MethodSource("lines")
    void givesTheValueOrTheReason(Line line) throws IOException {
        CommitmentPackage files = PACKAGES.get(line.code().split("-", 2)[0]);
        Indicator indicator = files.indicators().stream()
                .filter(each -> each.code().equals(line.code()))
                .findFirst()
                .orElseThrow();
        List<Computation.Computed> values =
                new Computation(indicator, approved(files, line.answers()), year -> Optional.of(POPULATION)).values();

        String told = values.stream()
                .filter(each -> part(each.slot()).equals(line.part()))
                .filter(each -> each.slot().measure().equals(line.measure()))
                .filter(each -> each.slot().period() == line.period())
                .map(each -> told(indicator, each))
                .collect(Collectors.joining(" "));

        assertThat(told.isEmpty() ? "-" : told).as(values.toString()).isEqualTo(line.expected());
    }

    @Test
    void everyIndicatorOfEveryPackageHasALine() {
        Set<String> told =
                lines().stream().map(line -> line.code() + line.measure()).collect(Collectors.toSet());

        assertThat(PACKAGES.values().stream()
                        .flatMap(files -> files.indicators().stream())
                        .flatMap(indicator -> indicator.measures().stream().map(each -> indicator.code() + each.key()))
                        .filter(each -> !told.contains(each)))
                .isEmpty();
    }

    private static String part(Slot slot) {
        return slot.breakdown().isEmpty() ? "" : slot.breakdown() + "=" + slot.part();
    }

    private static String told(Indicator indicator, Computation.Computed computed) {
        BigDecimal value = computed.outcome().value();
        int rounding = indicator.measures().stream()
                .filter(each -> each.key().equals(computed.slot().measure()))
                .mapToInt(Measure::rounding)
                .sum();
        return value == null
                ? String.valueOf(computed.outcome().reason())
                : value.setScale(rounding, RoundingMode.HALF_UP).toPlainString();
    }

    private static Approved approved(CommitmentPackage files, String json) throws IOException {
        Commitment commitment = files.commitment();
        List<Approved.Answer> answers = new ArrayList<>();
        Set<String> yearly = new TreeSet<>();
        JsonNode said = JSON.readTree(json);
        for (Commitment.Stage stage : commitment.stages()) {
            String code = stage.code().split("\\.", 2)[1];
            boolean isYearly = stage.yearly() || commitment.yearly();
            if (isYearly) {
                yearly.add(code);
            }
            if (said.has(code)) {
                ObjectNode values = JSON.createObjectNode();
                stage.tasks()
                        .forEach(task -> values.setAll(files.form(task.formId())
                                .orElseThrow()
                                .counted((ObjectNode) said.path(code), Map.of())));
                answers.add(
                        new Approved.Answer(code, isYearly ? 2024 : null, values, SUBMITTED, SUBMITTED.plusDays(30)));
            }
        }
        return new Approved(UndertakingKey.parse("TEST:ARG:X1"), answers, yearly, Set.of(), Map.of());
    }
}
