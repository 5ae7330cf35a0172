package org.randot.commitments.indicators;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.forms.Formula;
import org.randot.commitments.packages.Indicator;
import org.randot.commitments.packages.Indicator.Breakdown;
import org.randot.commitments.packages.Indicator.Field;
import org.randot.commitments.packages.Indicator.Measure;
import org.randot.commitments.packages.Indicator.Ratio;

/** Formulas over the forms that count for one period. */
final class Evaluation {
    private static final String N = "n";
    private static final String NO_DATA = "noData";
    private static final String POPULATION = "population";
    private static final String NOT_STATED = "-";

    private final Approved approved;
    private final Map<String, Approved.Answer> answers = new HashMap<>();
    private final Map<String, Object> scope;

    /**
     * @param period a year; 0 for the latest of everything
     * @param inYear whether forms that name a year count for that year only
     */
    Evaluation(Approved approved, int period, boolean inYear, Optional<BigDecimal> population) {
        this.approved = approved;
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        approved.answers().stream()
                .map(Approved.Answer::stage)
                .distinct()
                .forEach(stage -> approved.of(stage, inYear ? period : 0).ifPresent(answer -> {
                    answers.put(stage, answer);
                    values.put(stage, answer.values());
                }));
        values.put("period", period);
        values.put("yearEnd", period == 0 ? null : LocalDate.of(period, 12, 31));
        values.put(POPULATION, population.orElse(null));
        values.put("treaties", approved.treaties());
        this.scope = Formula.scope(values);
    }

    /** Empty while what it reads has not been reported. */
    Optional<Outcome> of(Ratio ratio, BigDecimal multiplier) {
        List<Field> fields = ratio.fields();
        Outcome outcome = outcome(ratio, multiplier, scope, read(fields));
        boolean isOpen = Computation.stages(fields).stream()
                .anyMatch(stage ->
                        !answers.containsKey(stage) && !approved.notApplicable().contains(stage));
        return isOpen && outcome.value() == null ? Optional.empty() : Optional.of(outcome);
    }

    /** By group, in the order of the groups' keys. */
    Map<String, Outcome> parts(Breakdown breakdown, Measure measure) {
        Map<String, Outcome> parts = new LinkedHashMap<>();
        breakdown
                .groups()
                .forEach(group ->
                        of(group.ratio(), measure.multiplier()).ifPresent(outcome -> parts.put(group.key(), outcome)));
        if (breakdown.by() != null
                && (breakdown.ratio() != null || measure.ratio().denominator() == null)) {
            rows(breakdown.by()).forEach((part, rows) -> {
                if (!breakdown.without().contains(part)) {
                    parts.put(part, ofRows(breakdown, measure, rows));
                }
            });
        }
        return parts;
    }

    private Outcome ofRows(Breakdown breakdown, Measure measure, List<JsonNode> rows) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("rows", rows);
        Map<String, Object> inner = new HashMap<>(scope);
        inner.putAll(Formula.scope(values));
        boolean isCounted = rows.stream().anyMatch(row -> row.has(N));
        Ratio ratio = breakdown.ratio() != null
                ? breakdown.ratio()
                : new Ratio(Formula.of(isCounted ? "sum(rows.n)" : "count(rows)"), null);
        return outcome(ratio, measure.multiplier(), inner, rows);
    }

    private Map<String, List<JsonNode>> rows(Indicator.Column by) {
        Map<String, List<JsonNode>> groups = new TreeMap<>();
        for (JsonNode row : value(by.table())) {
            keys(row.path(by.key()))
                    .forEach(key -> groups.computeIfAbsent(key, any -> new ArrayList<>())
                            .add(row));
        }
        return groups;
    }

    private static List<String> keys(JsonNode value) {
        if (value.isArray() && !value.isEmpty()) {
            List<String> keys = new ArrayList<>();
            value.forEach(each -> keys.add(each.asText()));
            return keys;
        }
        String key = value.isObject() ? value.path("name").path("en").asText(first(value)) : value.asText();
        return List.of(key.isBlank() ? NOT_STATED : key);
    }

    private static String first(JsonNode value) {
        return value.path("name").properties().stream()
                .map(entry -> entry.getValue().asText())
                .findFirst()
                .orElse("");
    }

    private Outcome outcome(Ratio ratio, BigDecimal multiplier, Map<String, Object> values, List<JsonNode> read) {
        Set<String> currencies = new TreeSet<>();
        read.forEach(value -> currencies(value, currencies));
        if (currencies.size() > 1) {
            return Outcome.none(Outcome.CURRENCY_MISMATCH);
        }
        Optional<BigDecimal> numerator = ratio.numerator().number(values);
        Formula below = ratio.denominator();
        Optional<BigDecimal> denominator = below == null ? Optional.of(BigDecimal.ONE) : below.number(values);
        if (numerator.isEmpty() || denominator.isEmpty()) {
            return Outcome.none(reason(ratio, read));
        }
        if (denominator.get().signum() == 0) {
            return Outcome.none(Outcome.ZERO_DENOMINATOR);
        }
        BigDecimal value = numerator.get().multiply(multiplier).divide(denominator.get(), MathContext.DECIMAL64);
        return new Outcome(
                value,
                numerator.get(),
                below == null ? null : denominator.get(),
                null,
                currencies.stream().findFirst().orElse(null));
    }

    private String reason(Ratio ratio, List<JsonNode> read) {
        boolean isExcused = Computation.stages(ratio.fields()).stream()
                .anyMatch(stage ->
                        !answers.containsKey(stage) && approved.notApplicable().contains(stage));
        if (isExcused) {
            return Outcome.NOT_APPLICABLE;
        }
        return read.stream()
                .map(Evaluation::noData)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(
                        readsPopulation(ratio) && scope.get(POPULATION) == null
                                ? Outcome.NO_POPULATION
                                : Outcome.NOT_ANSWERED);
    }

    private static boolean readsPopulation(Ratio ratio) {
        return Stream.of(ratio.numerator(), ratio.denominator())
                .anyMatch(formula -> formula != null && formula.toString().contains(POPULATION));
    }

    /** A no-data code somewhere in it. */
    private static @Nullable String noData(JsonNode value) {
        if (value.path(NO_DATA).isTextual()) {
            return value.path(NO_DATA).asText();
        }
        for (JsonNode each : value) {
            String code = each.isContainerNode() ? noData(each) : null;
            if (code != null) {
                return code;
            }
        }
        return null;
    }

    private static void currencies(JsonNode value, Set<String> found) {
        if (value.path("amount").isTextual() && value.path("currency").isTextual()) {
            found.add(value.path("currency").asText());
        }
        value.forEach(each -> currencies(each, found));
    }

    private List<JsonNode> read(List<Field> fields) {
        return fields.stream().map(this::value).toList();
    }

    private JsonNode value(Field field) {
        Approved.Answer answer = answers.get(field.stage());
        return answer == null ? MissingNode.getInstance() : answer.values().path(field.key());
    }

    /** What the forms say of their figures: partial where one is, an estimate where one is. */
    Source source(List<Field> fields) {
        Source source = Source.USUAL;
        for (String stage : new TreeSet<>(Computation.stages(fields))) {
            JsonNode values = answers.containsKey(stage)
                    ? Objects.requireNonNull(answers.get(stage)).values()
                    : JsonNodeFactory.instance.objectNode();
            boolean isPartial = values.path("coverage").asText().equals(Source.PARTIAL);
            boolean isWeaker = source.kind().equals(Source.USUAL.kind());
            source = new Source(
                    isWeaker ? values.path("sourceKind").asText(source.kind()) : source.kind(),
                    source.text().isEmpty() ? values.path("sourceText").asText("") : source.text(),
                    isPartial ? Source.PARTIAL : source.coverage(),
                    isPartial ? words(values.path("coverageNote")) : source.note());
        }
        return source;
    }

    private static String words(JsonNode multilingual) {
        return multilingual.isObject() ? multilingual.toString() : multilingual.asText("");
    }
}
