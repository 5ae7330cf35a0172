package org.randot.commitments.forms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** From one day to another, both included. */
record PeriodType() implements FieldType {
    private static final DateType DATE = new DateType();
    private static final List<String> ENDS = List.of("start", "end");

    @Override
    public @Nullable JsonNode read(Posted posted, String name) {
        ObjectNode period = Values.object();
        for (String each : ENDS) {
            JsonNode date = DATE.read(posted, name + "." + each);
            if (date != null) {
                period.set(each, date);
            }
        }
        return period.isEmpty() ? null : period;
    }

    @Override
    public void check(JsonNode value, Place place) {
        if (!value.isObject()) {
            place.error("PERIOD");
            return;
        }
        place.onlyKeys(value, Set.copyOf(ENDS));
        for (String each : ENDS) {
            if (Values.isBlank(value.get(each))) {
                place.at(each).error("REQUIRED");
            } else {
                DATE.check(value.get(each), place.at(each));
            }
        }
        var start = Values.date(value.get("start"));
        var end = Values.date(value.get("end"));
        if (start.isPresent() && end.isPresent() && end.get().isBefore(start.get())) {
            place.at("end").error("PERIOD_ORDER", place.words().date(start.get()));
        }
    }

    @Override
    public @Nullable Object feel(@Nullable JsonNode value) {
        if (value == null || !value.isObject()) {
            return null;
        }
        var map = new LinkedHashMap<String, @Nullable Object>();
        ENDS.forEach(each -> map.put(each, DATE.feel(value.get(each))));
        return map;
    }

    @Override
    public Shown show(@Nullable JsonNode value, At at) {
        ObjectNode period = Values.objectOrEmpty(value);
        return Shown.fieldset(ENDS.stream()
                .map(each -> DateType.control(
                        period.get(each), at.dot(each), at.words().say("period." + each)))
                .toList());
    }

    @Override
    public List<FieldView.Line> say(JsonNode value, Words words) {
        return List.of(FieldView.Line.of(said(value.get("start"), words) + " – " + said(value.get("end"), words)));
    }

    private static String said(@Nullable JsonNode date, Words words) {
        return Values.date(date).map(words::date).orElseGet(() -> Values.typed(date));
    }
}
