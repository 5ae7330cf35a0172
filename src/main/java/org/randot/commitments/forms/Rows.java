package org.randot.commitments.forms;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Rows of tables as expressions see them. */
final class Rows {
    private static final Pattern SOURCE = Pattern.compile("(S\\d{1,2}\\.)?[A-Za-z]\\w{0,63}");

    private Rows() {}

    /** Where rows are: {@code S2.objectives}, a table of another stage, or {@code objectives}, one of the same form. */
    record Source(String path) {
        boolean isReadable() {
            return SOURCE.matcher(path).matches();
        }

        List<?> in(Map<String, Object> scope) {
            int dot = path.indexOf('.');
            Object holder = dot < 0 ? scope : ofYear(answers(scope, path.substring(0, dot)), scope.get("year"));
            return holder instanceof Map<?, ?> values && values.get(path.substring(dot + 1)) instanceof List<?> rows
                    ? rows
                    : List.of();
        }

        private static @Nullable Object answers(Map<String, Object> scope, String stage) {
            return scope.get("answers") instanceof Map<?, ?> all ? all.get(stage) : null;
        }

        /** Of a yearly stage the answers of the same year. */
        private static @Nullable Object ofYear(@Nullable Object answers, @Nullable Object year) {
            return answers instanceof List<?> years
                    ? years.stream()
                            .filter(each -> each instanceof Map<?, ?> of
                                    && String.valueOf(of.get("year")).equals(String.valueOf(year)))
                            .findFirst()
                            .orElse(null)
                    : answers;
        }
    }

    /** What stands in a cell, in words: texts in several languages in the reader's, agencies and laws by their names. */
    static String said(@Nullable Object cell, Words words) {
        if (!(cell instanceof Map<?, ?> parts)) {
            return cell == null ? "" : String.valueOf(cell);
        }
        for (String name : List.of("name", "title", words.language())) {
            if (parts.get(name) != null) {
                return said(parts.get(name), words);
            }
        }
        return Words.LANGUAGES.stream()
                .filter(each -> parts.get(each) != null)
                .findFirst()
                .map(each -> said(parts.get(each), words))
                .orElse("");
    }
}
