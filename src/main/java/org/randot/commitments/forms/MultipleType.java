package org.randot.commitments.forms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Any of several; {@code exclusive}, when not empty, stands alone. */
record MultipleType(List<Option> options, String exclusive) implements FieldType {
    @Override
    public FieldType within(Map<String, Object> scope, Words words) {
        List<Option> here = Option.within(options, scope);
        return here == options ? this : new MultipleType(here, exclusive);
    }

    @Override
    public @Nullable JsonNode read(Posted posted, String name) {
        ArrayNode chosen = Values.array();
        posted.all(name).forEach(chosen::add);
        return chosen.isEmpty() ? null : chosen;
    }

    @Override
    public void check(JsonNode value, Place place) {
        if (!value.isArray()) {
            place.error("CHOICES");
            return;
        }
        var seen = new HashSet<String>();
        for (JsonNode each : value) {
            if (!each.isTextual()) {
                place.error("CHOICE");
                return;
            }
            Option.check(options, each.textValue(), place);
            if (!seen.add(each.textValue())) {
                place.error("CHOSEN_TWICE", Option.said(options, each.textValue(), place.words()));
                return;
            }
        }
        if (seen.size() > 1 && seen.contains(exclusive)) {
            place.error("EXCLUSIVE", Option.said(options, exclusive, place.words()));
        }
    }

    private List<String> chosen(@Nullable JsonNode value) {
        var chosen = new ArrayList<String>();
        if (value != null && value.isArray()) {
            value.forEach(each -> chosen.add(Values.typed(each)));
        } else if (!Values.isBlank(value)) {
            chosen.add(Values.typed(value));
        }
        return chosen;
    }

    @Override
    public Object feel(@Nullable JsonNode value) {
        return chosen(value).stream()
                .filter(each -> Option.knows(options, each))
                .toList();
    }

    @Override
    public Shown show(@Nullable JsonNode value, At at) {
        return Shown.choice(Control.choice("checks", at, "", Option.offered(options, at.words()), chosen(value)));
    }

    @Override
    public List<FieldView.Line> say(JsonNode value, Words words) {
        return chosen(value).stream()
                .map(each -> FieldView.Line.of(Option.said(options, each, words)))
                .toList();
    }
}
