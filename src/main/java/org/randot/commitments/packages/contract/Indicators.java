package org.randot.commitments.packages.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The file {@code indicators.json}: {@code {"indicators": [...]}}, definitions with FEEL formulas over form values. */
public final class Indicators {
    public static final String FILE = "indicators.json";
    private static final String LIST = "indicators";
    static final List<String> REQUIRED =
            List.of("code", "name", "definition", "unit", "direction", "frequency", "numeratorExpr");
    private static final List<String> TRANSLATED = List.of("name", "definition");
    private static final Pattern REFERENCE = Pattern.compile("\\b(S[1-9][0-9]?)\\.([A-Za-z][A-Za-z0-9]*)");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A field as formulas write it: {@code S4.submitted}. */
    record Reference(String stage, String field) {
        @Override
        public String toString() {
            return stage + "." + field;
        }
    }

    private Indicators() {}

    static void read(byte[] content, Consumer<String> problem, BiConsumer<String, Reference> reference) {
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
            REQUIRED.stream()
                    .filter(key -> indicator.path(key).asText("").isBlank())
                    .forEach(key -> problem.accept(code + " " + key));
            formulas(indicator).forEach(formula -> {
                Matcher matcher = REFERENCE.matcher(formula);
                while (matcher.find()) {
                    reference.accept(code, new Reference(matcher.group(1), matcher.group(2)));
                }
            });
        }
    }

    private static Stream<String> formulas(JsonNode indicator) {
        return Stream.concat(
                Stream.of("numeratorExpr", "denominatorExpr")
                        .map(key -> indicator.path(key).asText("")),
                StreamSupport.stream(indicator.path("disaggregations").spliterator(), false)
                        .map(JsonNode::asText));
    }

    /** Message keys of the names and definitions. */
    static Stream<String> textKeys(byte[] content) {
        try {
            return StreamSupport.stream(JSON.readTree(content).path(LIST).spliterator(), false)
                    .map(indicator -> indicator.path("code").asText())
                    .flatMap(code -> TRANSLATED.stream().map(key -> textKey(code, key)));
        } catch (IOException wrong) {
            return Stream.empty();
        }
    }

    private static String textKey(String code, String key) {
        return "indicator." + code + "." + key;
    }

    /** @param words the translation for a key such as {@code indicator.C1-I2.name}; empty keeps the English */
    public static JsonNode localised(JsonNode indicators, Function<String, Optional<String>> words) {
        JsonNode copy = indicators.path(LIST).deepCopy();
        for (JsonNode indicator : copy) {
            if (indicator instanceof ObjectNode node) {
                String code = node.path("code").asText();
                TRANSLATED.forEach(key -> words.apply(textKey(code, key)).ifPresent(text -> node.put(key, text)));
            }
        }
        return copy;
    }
}
