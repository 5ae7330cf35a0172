package org.randot.commitments.forms;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/** What a field's component may say; whatever else it says is a problem. */
record KnownProperties(ComponentReader component) {
    private static final Set<String> COMMON = Set.of("valueType", "requiredIf", "default");

    void properties(String... more) {
        var known = new HashSet<>(COMMON);
        known.addAll(List.of(more));
        for (JsonNode each : component.json().path("values")) {
            known.add(Option.REQUIRES + each.path("value").asText());
        }
        component.onlyProperties(known);
    }

    void limits(String... known) {
        var all = new HashSet<>(List.of(known));
        all.add("required");
        for (Iterator<String> keys = component.json().path("validate").fieldNames(); keys.hasNext(); ) {
            String key = keys.next();
            if (!all.contains(key)) {
                component.form().problem("FORM_UNKNOWN_PROPERTY", component.id(), "validate." + key);
            }
        }
    }

    void onlyValueType(String valueType) {
        if (!valueType.isEmpty()) {
            component.form().problem("FORM_UNKNOWN_VALUE_TYPE", component.id(), valueType);
        }
    }
}
