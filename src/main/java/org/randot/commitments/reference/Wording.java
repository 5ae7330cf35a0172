package org.randot.commitments.reference;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.reference.RegisterRefused.Problem;

/** Texts of entries: in several languages, with room for so much. */
final class Wording {
    private static final List<String> LANGUAGES = List.of("en", "es", "pt", "fr");

    private Wording() {}

    /** Without empty ones and space around them, in the order of the official languages. */
    static Map<String, String> tidy(@Nullable Map<String, String> texts) {
        var tidy = new LinkedHashMap<String, String>();
        if (texts != null) {
            LANGUAGES.forEach(language -> put(tidy, language, texts.get(language)));
            texts.forEach((language, text) -> put(tidy, language, text));
        }
        return java.util.Collections.unmodifiableMap(tidy);
    }

    private static void put(Map<String, String> tidy, String language, @Nullable String text) {
        if (text != null && !text.isBlank()) {
            tidy.put(language, text.strip());
        }
    }

    static String tidy(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    static String in(Map<String, String> texts, Locale reader) {
        String own = texts.get(reader.getLanguage());
        return own != null ? own : texts.values().stream().findFirst().orElse("");
    }

    /** Whether both are called the same in some language. */
    static boolean meet(Map<String, String> one, Map<String, String> other) {
        return one.entrySet().stream()
                .anyMatch(each -> each.getValue().equalsIgnoreCase(other.getOrDefault(each.getKey(), "")));
    }

    static void check(Map<String, String> texts, String field, int longest, List<Problem> problems) {
        if (texts.isEmpty()) {
            problems.add(new Problem(field, "REQUIRED"));
        }
        texts.forEach((language, text) -> {
            if (!Set.copyOf(LANGUAGES).contains(language)) {
                problems.add(new Problem(field + "/" + language, "LANGUAGE"));
            } else {
                check(text, field + "/" + language, longest, problems);
            }
        });
    }

    static void check(String text, String field, int longest, List<Problem> problems) {
        if (text.codePointCount(0, text.length()) > longest) {
            problems.add(new Problem(field, "TOO_LONG"));
        } else if (text.codePoints().anyMatch(Wording::cannotBeKept)) {
            problems.add(new Problem(field, "CHARACTERS"));
        }
    }

    /** Control characters and half surrogates, which JSON in PostgreSQL does not take. */
    private static boolean cannotBeKept(int character) {
        return character < ' ' || character == 0x7F || (character >= 0xD800 && character <= 0xDFFF);
    }
}
