package org.randot.commitments.forms;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A day, {@code 2025-01-31}; typed also as day, month, year where the reader's language writes dates so. */
record DateType() implements FieldType {
    private static final Pattern DAY_FIRST = Pattern.compile("(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4})");

    @Override
    public @Nullable JsonNode read(Posted posted, String name) {
        String typed = posted.text(name);
        return typed.isEmpty() ? null : Values.text(understood(typed, posted.words()));
    }

    private static String understood(String typed, Words words) {
        Matcher dayFirst = DAY_FIRST.matcher(typed);
        if (words.language().equals("en") || !dayFirst.matches()) {
            return typed;
        }
        try {
            return LocalDate.of(
                            Integer.parseInt(dayFirst.group(3)),
                            Integer.parseInt(dayFirst.group(2)),
                            Integer.parseInt(dayFirst.group(1)))
                    .toString();
        } catch (DateTimeException noSuchDay) {
            return typed;
        }
    }

    @Override
    public void check(JsonNode value, Place place) {
        var date = Values.date(value);
        if (date.isEmpty()) {
            place.error("DATE", place.words().date(LocalDate.of(2025, 1, 31)));
        } else if (date.get().getYear() < 1800 || date.get().getYear() > 2100) {
            place.error("DATE_RANGE", "1800", "2100");
        }
    }

    @Override
    public @Nullable Object feel(@Nullable JsonNode value) {
        return Values.date(value).orElse(null);
    }

    @Override
    public Shown show(@Nullable JsonNode value, At at) {
        return Shown.control(control(value, at, ""));
    }

    /** A date control would lose what is no date. */
    static Control control(@Nullable JsonNode value, At at, String label) {
        boolean date = Values.isBlank(value) || Values.date(value).isPresent();
        return new Control(date ? "date" : "text", at, label, Values.typed(value)).limit(40);
    }

    @Override
    public List<FieldView.Line> say(JsonNode value, Words words) {
        return List.of(FieldView.Line.of(Values.date(value).map(words::date).orElseGet(() -> Values.typed(value))));
    }
}
