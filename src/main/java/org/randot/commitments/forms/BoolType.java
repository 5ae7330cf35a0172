package org.randot.commitments.forms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Yes or no, or not said yet. */
record BoolType() implements FieldType {
    @Override
    public @Nullable JsonNode read(Posted posted, String name) {
        String typed = posted.text(name);
        return switch (typed) {
            case "" -> null;
            case "true" -> BooleanNode.TRUE;
            case "false" -> BooleanNode.FALSE;
            default -> Values.text(typed);
        };
    }

    @Override
    public void check(JsonNode value, Place place) {
        if (!value.isBoolean()) {
            place.error("YES_OR_NO");
        }
    }

    @Override
    public @Nullable Object feel(@Nullable JsonNode value) {
        return (value != null && value.isBoolean()) ? value.booleanValue() : null;
    }

    @Override
    public Shown show(@Nullable JsonNode value, At at) {
        List<FieldView.Option> offered = List.of(
                FieldView.Option.of("true", at.words().say("yes")),
                FieldView.Option.of("false", at.words().say("no")));
        List<String> chosen = Values.isBlank(value) ? List.of() : List.of(Values.typed(value));
        return Shown.choice(Control.choice("radio", at, "", offered, chosen));
    }

    @Override
    public List<FieldView.Line> say(JsonNode value, Words words) {
        String said = value.isBoolean() ? words.say(value.booleanValue() ? "yes" : "no") : Values.typed(value);
        return List.of(FieldView.Line.of(said));
    }
}
