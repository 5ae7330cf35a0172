package org.randot.commitments.packages.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.randot.commitments.packages.Indicator;
import org.randot.commitments.shared.Text;

/** The file {@code indicators.json}: {@code {"indicators": [...]}}, definitions with FEEL formulas over form values. */
public final class Indicators {
    public static final String FILE = "indicators.json";
    private static final String LIST = "indicators";
    private static final Pattern COLUMNS = Pattern.compile("by|years");
    private static final Pattern FORMULAS = Pattern.compile(".*Expr|by|years");
    private static final Pattern COLUMN = Pattern.compile("(S[1-9][0-9]?)\\.([A-Za-z0-9]+\\.[A-Za-z0-9]+)");
    private static final List<String> TRANSLATED = List.of("name", "definition");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A text of an indicator: its key below {@code indicator.‹code›} and the English. */
    record Words(String key, ObjectNode holder, String property) {
        String english() {
            return holder.path(property).asText();
        }
    }

    private Indicators() {}

    static void read(byte[] content, Consumer<String> problem, BiConsumer<String, Indicator.Field> reference) {
        JsonNode root;
        try {
            root = JSON.readTree(content);
        } catch (IOException wrong) {
            problem.accept(String.valueOf(wrong.getMessage()));
            return;
        }
        if (!root.path(LIST).isArray()) {
            problem.accept(LIST);
            return;
        }
        for (JsonNode indicator : root.path(LIST)) {
            String code = indicator.path("code").asText();
            new IndicatorReader(indicator, (key, english) -> Text.of(english), problem).read();
            texts(indicator, FORMULAS, new ArrayList<>()).stream()
                    .flatMap(Indicator::fieldsIn)
                    .distinct()
                    .forEach(field -> reference.accept(code, field));
            columns(indicator).forEach(column -> reference.accept(code, column));
        }
    }

    /** The definitions that can be read; {@code words} gives all languages of a message key, given the English. */
    static List<Indicator> definitions(byte[] content, IndicatorReader.WordsOf words) {
        try {
            return StreamSupport.stream(JSON.readTree(content).path(LIST).spliterator(), false)
                    .flatMap(each -> new IndicatorReader(each, words, wrong -> {}).read().stream())
                    .toList();
        } catch (IOException wrong) {
            return List.of();
        }
    }

    /** Every text below it, under these keys or as a disaggregation. */
    private static List<String> texts(JsonNode node, Pattern keys, List<String> found) {
        node.properties().forEach(entry -> {
            if (entry.getValue().isTextual() && keys.matcher(entry.getKey()).matches()) {
                found.add(entry.getValue().asText());
            } else if (entry.getKey().equals("disaggregations")) {
                entry.getValue().forEach(each -> found.add(each.isTextual() ? each.asText() : ""));
            }
        });
        for (JsonNode each : node) {
            if (each.isContainerNode()) {
                texts(each, keys, found);
            }
        }
        return found;
    }

    /** The columns it names by themselves, each as the field {@code table.column}. */
    private static Stream<Indicator.Field> columns(JsonNode indicator) {
        return texts(indicator, COLUMNS, new ArrayList<>()).stream()
                .map(COLUMN::matcher)
                .filter(Matcher::matches)
                .map(found -> new Indicator.Field(found.group(1), found.group(2)));
    }

    /** Message keys of the names and definitions. */
    static Stream<String> textKeys(byte[] content) {
        try {
            return StreamSupport.stream(JSON.readTree(content).path(LIST).spliterator(), false)
                    .flatMap(indicator -> texts(indicator)
                            .map(text -> textKey(indicator.path("code").asText(), text.key())));
        } catch (IOException wrong) {
            return Stream.empty();
        }
    }

    static String textKey(String code, String key) {
        return "indicator." + code + "." + key;
    }

    /** All texts of an indicator that people read. */
    static Stream<Words> texts(JsonNode indicator) {
        List<Words> texts = new ArrayList<>();
        TRANSLATED.forEach(property -> add(texts, property, indicator, property));
        indicator.path("disaggregations").forEach(each -> groups(texts, each));
        indicator.path("measures").forEach(measure -> {
            add(texts, key(measure) + ".name", measure, "name");
            measure.path("disaggregations").forEach(each -> groups(texts, each));
        });
        return texts.stream();
    }

    private static void groups(List<Words> texts, JsonNode breakdown) {
        if (breakdown.path("groups").isArray()) {
            add(texts, key(breakdown) + ".name", breakdown, "name");
            breakdown
                    .path("groups")
                    .forEach(group -> add(texts, key(breakdown) + "." + key(group) + ".name", group, "name"));
        }
    }

    private static void add(List<Words> texts, String key, JsonNode holder, String property) {
        if (holder instanceof ObjectNode object) {
            texts.add(new Words(key, object, property));
        }
    }

    private static String key(JsonNode part) {
        return part.path("key").asText();
    }

    /** @param words the translation for a key such as {@code indicator.C1-I2.name}; empty keeps the English */
    public static JsonNode localised(JsonNode indicators, Function<String, Optional<String>> words) {
        JsonNode copy = indicators.path(LIST).deepCopy();
        for (JsonNode indicator : copy) {
            String code = indicator.path("code").asText();
            texts(indicator)
                    .forEach(text -> words.apply(textKey(code, text.key()))
                            .ifPresent(said -> text.holder().put(text.property(), said)));
        }
        return copy;
    }
}
