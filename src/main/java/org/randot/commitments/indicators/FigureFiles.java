package org.randot.commitments.indicators;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;

/** The reference data that come with the product: public figures and population, comma-separated with quotes. */
final class FigureFiles {
    /** Where the rounded population figures come from. */
    static final String POPULATION_SOURCE = "UN World Population Prospects 2024, rounded";

    private FigureFiles() {}

    static List<PublicFigure> figures() {
        return rows("public-figures.csv").stream().map(FigureFiles::figure).toList();
    }

    /** State, year and persons. */
    record Inhabitants(String state, int year, BigDecimal persons) {}

    static List<Inhabitants> population() {
        List<Inhabitants> all = new ArrayList<>();
        for (Map<String, String> row : rows("population.csv")) {
            row.forEach((year, persons) -> {
                if (year.matches("\\d{4}")) {
                    all.add(new Inhabitants(get(row, "state"), Integer.parseInt(year), new BigDecimal(persons)));
                }
            });
        }
        return all;
    }

    private static PublicFigure figure(Map<String, String> row) {
        return new PublicFigure(
                get(row, "id"),
                Integer.parseInt(get(row, "part")),
                get(row, "state"),
                get(row, "area"),
                date(get(row, "starts")),
                date(get(row, "ends")),
                get(row, "field"),
                get(row, "indicator"),
                get(row, "value").isEmpty() ? null : new BigDecimal(get(row, "value")),
                get(row, "no_data"),
                get(row, "unit"),
                get(row, "currency"),
                get(row, "qualifier"),
                get(row, "coverage"),
                Boolean.parseBoolean(get(row, "context")),
                get(row, "source_kind"),
                get(row, "source"),
                get(row, "address"),
                get(row, "caveat"));
    }

    private static String get(Map<String, String> row, String column) {
        return Objects.requireNonNull(row.get(column), column);
    }

    private static @Nullable LocalDate date(String text) {
        return text.isEmpty() ? null : LocalDate.parse(text);
    }

    private static List<Map<String, String>> rows(String file) {
        try (var reader = new BufferedReader(new InputStreamReader(
                new ClassPathResource("indicators/" + file).getInputStream(), StandardCharsets.UTF_8))) {
            List<String> names = cells(Objects.requireNonNull(reader.readLine()));
            List<Map<String, String>> rows = new ArrayList<>();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                List<String> cells = cells(line);
                Map<String, String> row = new LinkedHashMap<>();
                for (int i = 0; i < names.size(); i++) {
                    row.put(names.get(i), cells.get(i));
                }
                rows.add(row);
            }
            return rows;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }
}
