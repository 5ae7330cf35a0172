package org.randot.commitments.forms;

import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** Posted parameters, without what PostgreSQL could not keep, and the language they were typed in ({@code _lang}). */
record Posted(MultiValueMap<String, String> parameters, Words words) {
    /** Names that are no fields. */
    static final String LANGUAGE = "_lang";

    static Posted of(MultiValueMap<String, String> parameters) {
        String language = parameters.getFirst(LANGUAGE);
        return new Posted(
                parameters, Words.in(language == null ? Locale.ENGLISH : Locale.forLanguageTag(clean(language))));
    }

    /** What stands in one control, without space around it; empty when nothing does. */
    String text(String name) {
        return clean(parameters.getFirst(name));
    }

    List<String> all(String name) {
        List<String> values = parameters.get(name);
        return values == null
                ? List.of()
                : values.stream()
                        .map(Posted::clean)
                        .filter(each -> !each.isEmpty())
                        .distinct()
                        .toList();
    }

    /** Numbers of the rows that were posted of a table. */
    SortedSet<Integer> rows(String name) {
        Pattern row = Pattern.compile(Pattern.quote(name) + "\\.(\\d{1,4})\\..*", Pattern.DOTALL);
        var rows = new TreeSet<Integer>();
        for (String each : parameters.keySet()) {
            Matcher matcher = row.matcher(each);
            if (matcher.matches()) {
                rows.add(Integer.valueOf(matcher.group(1)));
            }
        }
        return rows;
    }

    private static String clean(@Nullable String text) {
        return text == null
                ? ""
                : storable(text.replace("\r\n", "\n").replace('\r', '\n')).strip();
    }

    /** Without control characters and half surrogates, which neither JSON in PostgreSQL nor any reader could take. */
    static String storable(String text) {
        if (text.chars().noneMatch(c -> isControl(c) || Character.isSurrogate((char) c))) {
            return text;
        }
        var kept = new StringBuilder(text.length());
        text.codePoints()
                .filter(c -> !isControl(c) && (c < 0xD800 || c > 0xDFFF))
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }

    private static boolean isControl(int c) {
        return (c < ' ' && c != '\n' && c != '\r' && c != '\t') || c == 0x7F;
    }
}
