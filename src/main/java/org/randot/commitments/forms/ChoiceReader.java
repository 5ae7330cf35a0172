package org.randot.commitments.forms;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Finds the type of a field in which one chooses: among its options, between yes and no, among the rows of a table. */
final class ChoiceReader {
    private static final Pattern KEY = Pattern.compile("[A-Za-z]\\w{0,63}");

    private final ComponentReader component;
    private final String textBase;
    private final KnownProperties known;

    ChoiceReader(ComponentReader component, String textBase) {
        this.component = component;
        this.textBase = textBase;
        this.known = new KnownProperties(component);
    }

    FieldType type() {
        return component.text("type").equals("checklist") ? checklist() : choice(component.property("valueType"));
    }

    private FieldType choice(String valueType) {
        if (!component.property("rowsOf").isEmpty()) {
            return rowReference(valueType);
        }
        known.properties();
        known.limits();
        if (valueType.equals("bool")) {
            booleanOptions();
            return new BoolType();
        }
        known.onlyValueType(valueType);
        return new ChoiceType(options(), component.text("type").equals("radio"));
    }

    private FieldType rowReference(String valueType) {
        known.properties("rowsOf", "rowLabel", "rowValue");
        known.limits();
        known.onlyValueType(valueType);
        Rows.Source source = new Rows.Source(component.property("rowsOf"));
        List<String> labels = List.of(component.property("rowLabel").strip().split("\\s*,\\s*"));
        String value = component.property("rowValue");
        if (!source.isReadable()) {
            component.form().problem("FORM_BAD_PROPERTY", component.id(), "rowsOf", component.property("rowsOf"));
        }
        labels.stream()
                .filter(label -> !KEY.matcher(label).matches())
                .forEach(label -> component.form().problem("FORM_BAD_PROPERTY", component.id(), "rowLabel", label));
        return new RowType(source, labels, value);
    }

    private FieldType checklist() {
        if (component.property("valueType").equals("files")) {
            return files();
        }
        known.properties("exclusive");
        known.limits();
        known.onlyValueType(component.property("valueType"));
        List<Option> options = options();
        String exclusive = component.property("exclusive");
        if (!exclusive.isEmpty() && !Option.knows(options, exclusive)) {
            component.form().problem("FORM_BAD_PROPERTY", component.id(), "exclusive", exclusive);
        }
        return new MultipleType(options, exclusive);
    }

    private FieldType files() {
        known.properties("kinds");
        known.limits();
        String kinds = component.property("kinds").strip();
        List<String> allowed = kinds.isEmpty() ? List.of() : List.of(kinds.split("\\s*[,|]\\s*"));
        if (!component.json().path("values").isEmpty()
                || !allowed.stream().allMatch(kind -> kind.matches("EV-[A-Z]{3}"))) {
            component.form().problem("FORM_BAD_PROPERTY", component.id(), "kinds", kinds);
        }
        return new FilesType(allowed, null);
    }

    private List<Option> options() {
        var options = new ArrayList<Option>();
        int index = 0;
        for (JsonNode each : component.json().path("values")) {
            String value = each.path("value").asText("");
            String label = each.path("label").asText("");
            if (!value.matches("[A-Za-z0-9][A-Za-z0-9_-]{0,63}") || label.isBlank()) {
                component.form().problem("FORM_BAD_OPTION", component.id(), value);
            } else if (Option.knows(options, value)) {
                component.form().problem("FORM_DUPLICATE_OPTION", component.id(), value);
            }
            String key = textBase + "." + value;
            component.form().spot(key, component.pointer() + "/values/" + index++, "label", "");
            options.add(
                    new Option(value, key, label, component.property(Option.REQUIRES + value), Option.Standing.OPEN));
        }
        if (options.isEmpty()) {
            component.form().problem("FORM_NO_OPTIONS", component.id());
        }
        return List.copyOf(options);
    }

    /** Yes and no are our own words: a form need not translate them. */
    private void booleanOptions() {
        int index = 0;
        for (JsonNode each : component.json().path("values")) {
            String value = each.path("value").asText("");
            if (!value.equals("true") && !value.equals("false")) {
                component.form().problem("FORM_BAD_OPTION", component.id(), value);
                return;
            }
            String message = value.equals("true") ? "yes" : "no";
            component.form().spot("", component.pointer() + "/values/" + index++, "label", message);
        }
    }
}
