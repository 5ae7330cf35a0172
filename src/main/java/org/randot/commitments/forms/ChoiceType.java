package org.randot.commitments.forms;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One of several. */
record ChoiceType(List<Option> options, boolean radio) implements FieldType {
    @Override
    public FieldType within(Map<String, Object> scope, Words words) {
        List<Option> here = Option.within(options, scope);
        return here == options ? this : new ChoiceType(here, radio);
    }

    @Override
    public @Nullable JsonNode read(Posted posted, String name) {
        String typed = posted.text(name);
        return typed.isEmpty() ? null : Values.text(typed);
    }

    @Override
    public void check(JsonNode value, Place place) {
        if (value.isTextual()) {
            Option.check(options, value.textValue(), place);
        } else {
            place.error("CHOICE");
        }
    }

    @Override
    public @Nullable Object feel(@Nullable JsonNode value) {
        return value != null && value.isTextual() && Option.knows(options, value.textValue())
                ? value.textValue()
                : null;
    }

    @Override
    public Shown show(@Nullable JsonNode value, At at) {
        List<String> chosen = Values.isBlank(value) ? List.of() : List.of(Values.typed(value));
        List<FieldView.Option> offered = Option.offered(options, at.words());
        return radio
                ? Shown.choice(Control.choice("radio", at, "", offered, chosen))
                : Shown.control(Control.choice("select", at, "", offered, chosen));
    }

    @Override
    public List<FieldView.Line> say(JsonNode value, Words words) {
        return List.of(FieldView.Line.of(Option.said(options, Values.typed(value), words)));
    }
}
