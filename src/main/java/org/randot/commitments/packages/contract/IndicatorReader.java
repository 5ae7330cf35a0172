package org.randot.commitments.packages.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.forms.Form;
import org.randot.commitments.forms.Formula;
import org.randot.commitments.packages.Indicator;
import org.randot.commitments.packages.Indicator.Breakdown;
import org.randot.commitments.packages.Indicator.Column;
import org.randot.commitments.packages.Indicator.Field;
import org.randot.commitments.packages.Indicator.Group;
import org.randot.commitments.packages.Indicator.Measure;
import org.randot.commitments.packages.Indicator.Ratio;
import org.randot.commitments.packages.Indicator.Regional;
import org.randot.commitments.packages.Indicator.Unit;
import org.randot.commitments.shared.Text;

/** Reads one definition of {@code indicators.json}. What is wrong is told, and read as if it were not there. */
final class IndicatorReader {
    private static final List<String> REQUIRED =
            List.of("code", "name", "definition", "unit", "direction", "frequency");
    private static final int MOST_DECIMALS = 6;
    private static final String NUMERATOR = "numeratorExpr";
    private static final String DENOMINATOR = "denominatorExpr";
    private static final String BREAKS = "breakExpr";
    private static final String BREAKDOWNS = "disaggregations";

    private static final Pattern TREATY = Pattern.compile("\\btreaties\\.([A-Za-z_]+)");

    private final JsonNode json;
    private final String code;
    private final Function<String, Text> words;
    private final Consumer<String> problem;

    /** @param words English and translations for a message key, the English being what stands in the file */
    IndicatorReader(JsonNode json, WordsOf words, Consumer<String> problem) {
        this.json = json;
        this.code = json.path("code").asText();
        this.words = key -> words.of(Indicators.textKey(code, key), english(key));
        this.problem = what -> problem.accept(code + " " + what);
    }

    /** The texts of a message key, given the English. */
    @FunctionalInterface
    interface WordsOf {
        Text of(String key, String english);
    }

    /** Empty when it lacks what nothing can be read without. */
    Optional<Indicator> read() {
        List<String> missing = REQUIRED.stream()
                .filter(key -> json.path(key).asText("").isBlank())
                .toList();
        missing.forEach(problem);
        if (!missing.isEmpty()) {
            return Optional.empty();
        }
        var direction = one(json, "direction", Indicator.Direction.values(), null);
        var frequency = one(json, "frequency", Indicator.Frequency.values(), null);
        List<Measure> measures = measures();
        if (direction == null || frequency == null || measures.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Indicator(
                code,
                words.apply("name"),
                words.apply("definition"),
                direction,
                frequency,
                statistic(),
                json.hasNonNull("years") ? column(json.path("years").asText()) : null,
                json.hasNonNull(BREAKS) ? formula(json.path(BREAKS).asText()) : null,
                json.path("officialSource").asText(""),
                json.path("sdgCode").isNull() ? "" : json.path("sdgCode").asText(""),
                measures));
    }

    private Indicator.@Nullable Statistic statistic() {
        if (!json.path("kind").asText("STATE").equals("PLATFORM")) {
            if (!json.path("kind").asText("STATE").equals("STATE")) {
                problem.accept("kind");
            }
            return null;
        }
        return one(json, "statistic", Indicator.Statistic.values(), null);
    }

    private List<Measure> measures() {
        List<Measure> measures = new ArrayList<>();
        if (json.path("measures").isArray()) {
            json.path("measures").forEach(each -> {
                String key = each.path("key").asText();
                if (!key.matches("[a-z][A-Za-z0-9]*")) {
                    problem.accept("measures key " + key);
                } else {
                    measure(each, key).ifPresent(measures::add);
                }
            });
        } else {
            measure(json, "").ifPresent(measures::add);
        }
        return measures;
    }

    private Optional<Measure> measure(JsonNode own, String key) {
        Unit unit = one(own.hasNonNull("unit") ? own : json, "unit", Unit.values(), null);
        Ratio ratio = ratio(own, key);
        if (unit == null || ratio == null) {
            return Optional.empty();
        }
        return Optional.of(new Measure(
                key,
                key.isEmpty() ? words.apply("name") : words.apply(key + ".name"),
                unit,
                ratio,
                inherited(own, "multiplier")
                        .map(JsonNode::decimalValue)
                        .orElse(BigDecimal.valueOf(ratio.denominator() == null ? 1 : unit.multiplier())),
                inherited(own, "rounding")
                        .map(value -> Math.min(value.asInt(), MOST_DECIMALS))
                        .orElse(unit.rounding()),
                regional(own, unit, ratio),
                breakdowns(own)));
    }

    private Regional regional(JsonNode own, Unit unit, Ratio ratio) {
        Regional usual =
                ratio.denominator() != null ? Regional.RATIO : unit.isAmount() ? Regional.SUM : Regional.MEDIAN;
        JsonNode from = own.hasNonNull("regional") ? own : json;
        Regional regional = from.hasNonNull("regional") ? one(from, "regional", Regional.values(), usual) : usual;
        return regional == null ? usual : regional;
    }

    private Optional<JsonNode> inherited(JsonNode own, String key) {
        JsonNode value = own.hasNonNull(key) ? own.path(key) : json.path(key);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isNumber() || value.decimalValue().signum() < 0) {
            problem.accept(key);
            return Optional.empty();
        }
        return Optional.of(value);
    }

    private List<Breakdown> breakdowns(JsonNode own) {
        JsonNode list = own.has(BREAKDOWNS) ? own.path(BREAKDOWNS) : json.path(BREAKDOWNS);
        return StreamSupport.stream(list.spliterator(), false)
                .flatMap(each -> breakdown(each).stream())
                .toList();
    }

    private Optional<Breakdown> breakdown(JsonNode each) {
        boolean isGrouped = each.path("groups").isArray();
        if (isGrouped) {
            String key = each.path("key").asText();
            List<Group> groups = StreamSupport.stream(each.path("groups").spliterator(), false)
                    .flatMap(group -> group(key, group).stream())
                    .toList();
            return Optional.of(new Breakdown(key, words.apply(key + ".name"), null, null, Set.of(), groups));
        }
        Column by = column(each.isTextual() ? each.asText() : each.path("by").asText());
        if (by == null) {
            return Optional.empty();
        }
        Ratio ratio = each.hasNonNull(NUMERATOR) ? ratio(each, by.key()) : null;
        Set<String> without = new TreeSet<>();
        each.path("without").forEach(value -> without.add(value.asText()));
        return Optional.of(new Breakdown(by.key(), Text.of(by.key()), by, ratio, without, List.of()));
    }

    private Optional<Group> group(String key, JsonNode group) {
        String own = group.path("key").asText();
        Ratio ratio = ratio(group, key + "." + own);
        return ratio == null
                ? Optional.empty()
                : Optional.of(new Group(own, words.apply(key + "." + own + ".name"), ratio));
    }

    private @Nullable Column column(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != 3) {
            problem.accept(text);
            return null;
        }
        return new Column(new Field(parts[0], parts[1]), parts[2]);
    }

    private @Nullable Ratio ratio(JsonNode own, String where) {
        if (own.path(NUMERATOR).asText("").isBlank()) {
            problem.accept((where + " " + NUMERATOR).strip());
            return null;
        }
        Formula numerator = formula(own.path(NUMERATOR).asText());
        boolean alone = !own.hasNonNull(DENOMINATOR);
        Formula denominator = alone ? null : formula(own.path(DENOMINATOR).asText());
        return numerator == null || !alone && denominator == null ? null : new Ratio(numerator, denominator);
    }

    private @Nullable Formula formula(String text) {
        TREATY.matcher(text)
                .results()
                .map(found -> found.group(1))
                .filter(instrument -> !Form.INSTRUMENTS.contains(instrument))
                .forEach(instrument -> problem.accept("treaties." + instrument));
        try {
            return Formula.of(text);
        } catch (IllegalArgumentException wrong) {
            problem.accept(String.valueOf(wrong.getMessage()));
            return null;
        }
    }

    private <E extends Enum<E>> @Nullable E one(JsonNode own, String key, E[] values, @Nullable E otherwise) {
        String text = own.path(key).asText("");
        Optional<E> found =
                Arrays.stream(values).filter(value -> value.name().equals(text)).findFirst();
        if (found.isEmpty()) {
            problem.accept(key + " " + text);
        }
        return found.orElse(otherwise);
    }

    /** The English of a text: of the indicator itself, a measure, a disaggregation or a group of it. */
    private String english(String key) {
        return Indicators.texts(json)
                .filter(text -> text.key().equals(key))
                .findFirst()
                .map(Indicators.Words::english)
                .orElse("");
    }
}
