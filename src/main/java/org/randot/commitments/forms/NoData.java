package org.randot.commitments.forms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A no-data code in place of a figure: why there is none, always with an explanation (domain.md 3.6). */
final class NoData {
    static final List<String> CODES = List.of("NOT_COLLECTED", "NOT_AVAILABLE_YET", "CONFIDENTIAL", "NOT_APPLICABLE");
    static final int EXPLANATION = 1000;
    private static final String CODE = "noData";
    private static final String WHY = "explanation";
    /** A figure beside a code: refused, but kept as it was typed. */
    private static final String FIGURE = "value";

    private NoData() {}

    static boolean is(@Nullable JsonNode value) {
        return value instanceof ObjectNode object && (object.has(CODE) || object.has(WHY));
    }

    static @Nullable JsonNode read(Posted posted, String name, @Nullable JsonNode figure) {
        String code = posted.text(name + "~" + CODE);
        String why = posted.text(name + "~" + WHY);
        if (code.isEmpty() && why.isEmpty()) {
            return figure;
        }
        ObjectNode object = Values.object();
        if (!code.isEmpty()) {
            object.put(CODE, code);
        }
        if (!why.isEmpty()) {
            object.put(WHY, why);
        }
        if (figure != null) {
            object.set(FIGURE, figure);
        }
        return object;
    }

    static void check(JsonNode value, boolean allowed, Place place) {
        if (!allowed) {
            place.error("NO_DATA_NOT_ALLOWED");
            return;
        }
        if (!Values.isBlank(value.get(FIGURE))) {
            place.error("NUMBER_AND_NO_DATA");
        }
        place.onlyKeys(value, Set.of(CODE, WHY, FIGURE));
        if (!CODES.contains(Values.typed(value.get(CODE)))) {
            place.at(CODE).error("NO_DATA_CODE");
        }
        if (Values.isBlank(value.get(WHY))) {
            place.at(WHY).error("EXPLANATION_REQUIRED");
        } else {
            place.at(WHY).text(value.get(WHY), EXPLANATION);
        }
    }

    static Map<String, Object> feel(JsonNode value) {
        var map = new LinkedHashMap<String, Object>();
        map.put(CODE, Values.typed(value.get(CODE)));
        map.put(WHY, Values.typed(value.get(WHY)));
        return map;
    }

    static @Nullable JsonNode figure(@Nullable JsonNode value) {
        return is(value) && value != null ? value.get(FIGURE) : value;
    }

    static Shown controls(Shown shown, @Nullable JsonNode value, At at) {
        Words words = at.words();
        ObjectNode object = is(value) ? Values.objectOrEmpty(value) : Values.object();
        String code = Values.typed(object.get(CODE));
        List<FieldView.Option> offered = CODES.stream()
                .map(each -> FieldView.Option.of(each, words.say("noData." + each)))
                .toList();
        return shown.with(
                List.of(
                        Control.choice(
                                "select",
                                at.tilde(CODE),
                                words.say("noData.reason"),
                                offered,
                                code.isEmpty() ? List.of() : List.of(code)),
                        new Control(
                                        "area",
                                        at.tilde(WHY),
                                        words.say("noData.explanation"),
                                        Values.typed(object.get(WHY)))
                                .limit(EXPLANATION)),
                words.say("noData.more"));
    }

    static List<FieldView.Line> say(JsonNode value, Words words) {
        String code = Values.typed(value.get(CODE));
        String said = CODES.contains(code) ? words.say("noData." + code) : code;
        return List.of(FieldView.Line.of(said), FieldView.Line.of(Values.typed(value.get(WHY))));
    }
}
