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

/** The file {@code indicators.json}: a list of definitions with FEEL formulas over form values. */
public final class Indicators {
    public static final String FILE = "indicators.json";
    static final List<String> REQUIRED =
            List.of("code", "name", "definition", "formula", "unit", "direction", "frequency");
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
        JsonNode list;
        try {
            list = JSON.readTree(content);
        } catch (IOException wrong) {
            problem.accept(String.valueOf(wrong.getMessage()));
            return;
        }
        if (!list.isArray()) {
            problem.accept("[]");
            return;
        }
        for (JsonNode indicator : list) {
            String code = indicator.path("code").asText();
            REQUIRED.stream()
                    .filter(key -> indicator.path(key).asText().isBlank())
                    .forEach(key -> problem.accept(code + " " + key));
            Matcher matcher = REFERENCE.matcher(indicator.path("formula").asText());
            while (matcher.find()) {
                reference.accept(code, new Reference(matcher.group(1), matcher.group(2)));
            }
        }
    }

    /** @param words the translation for a key such as {@code C1-I2.name}; empty keeps the English */
    public static JsonNode localised(JsonNode indicators, Function<String, Optional<String>> words) {
        JsonNode copy = indicators.deepCopy();
        for (JsonNode indicator : copy) {
            if (indicator instanceof ObjectNode node) {
                String code = node.path("code").asText();
                TRANSLATED.forEach(key -> words.apply(code + "." + key).ifPresent(text -> node.put(key, text)));
            }
        }
        return copy;
    }
}
