package org.randot.commitments.forms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** {@code {"ref":"…"}} in place of an agency or a law: its entry in the state's register. */
final class Refs {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,63}");

    private Refs() {}

    /** Whether the value is a reference; if so it is checked. */
    static boolean check(JsonNode value, Place place) {
        if (Values.isBlank(value.get("ref"))) {
            return false;
        }
        place.onlyKeys(value, Set.of("ref"));
        if (!value.get("ref").isTextual()
                || !ID.matcher(value.get("ref").textValue()).matches()) {
            place.at("ref").error("REFERENCE");
        }
        return true;
    }

    static Control control(ObjectNode value, At at) {
        return new Control("text", at.dot("ref"), at.words().say("register.ref"), Values.typed(value.get("ref")))
                .limit(64);
    }

    static List<FieldView.Line> say(JsonNode value, Words words) {
        if (!value.isObject()) {
            return List.of(FieldView.Line.of(Values.typed(value)));
        }
        return Values.isBlank(value.get("ref"))
                ? List.of()
                : List.of(FieldView.Line.of(words.say("register.entry", Values.typed(value.get("ref")))));
    }
}
