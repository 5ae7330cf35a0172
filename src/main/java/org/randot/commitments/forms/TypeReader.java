package org.randot.commitments.forms;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the type of a field in its component: the table of {@code docs/authoring-processes.md}, row by row. */
final class TypeReader {
    private static final Set<String> COMMON = Set.of("valueType", "requiredIf", "default");

    private static final Pattern KEY = Pattern.compile("[A-Za-z]\\w{0,63}");
    private static final String REQUIRES = "requires.";

    private final ComponentReader component;
    private final String textBase;
    private final Set<String> names;

    TypeReader(ComponentReader component, String textBase, Set<String> names) {
        this.component = component;
        this.textBase = textBase;
        this.names = names;
    }

    @Nullable
    FieldType type() {
        String valueType = component.property("valueType");
        return switch (component.text("type")) {
            case "number" -> number(valueType);
            case "textfield", "textarea" ->
                text(valueType, component.text("type").equals("textarea"));
            case "datetime" -> date();
            case "radio", "select" -> choice(valueType);
            case "checklist" -> checklist();
            case "expression" -> computed(valueType);
            default -> {
                component.form().problem("FORM_UNKNOWN_TYPE", component.id(), component.text("type"));
                yield null;
            }
        };
    }

    private void properties(String... more) {
        var known = new HashSet<>(COMMON);
        known.addAll(List.of(more));
        for (JsonNode each : component.json().path("values")) {
            known.add(REQUIRES + each.path("value").asText());
        }
        component.onlyProperties(known);
    }

    private void limits(String... known) {
        var all = new HashSet<>(List.of(known));
        all.add("required");
        for (Iterator<String> keys = component.json().path("validate").fieldNames(); keys.hasNext(); ) {
            String key = keys.next();
            if (!all.contains(key)) {
                component.form().problem("FORM_UNKNOWN_PROPERTY", component.id(), "validate." + key);
            }
        }
    }

    private FieldType number(String valueType) {
        properties("noData", "fixed");
        limits("min", "max");
        boolean year = valueType.equals("year");
        if (!year) {
            onlyValueType(valueType);
        }
        int decimals = component.json().path("decimalDigits").asInt(0);
        if (decimals < 0 || decimals > 6) {
            component.form().problem("FORM_BAD_PROPERTY", component.id(), "decimalDigits", String.valueOf(decimals));
        }
        return new NumberType(
                decimals,
                limit("min", year ? new BigDecimal("1900") : null),
                limit("max", year ? new BigDecimal("2100") : null),
                component.flag("noData"),
                year,
                component.flag("fixed"));
    }

    private @Nullable BigDecimal limit(String name, @Nullable BigDecimal otherwise) {
        JsonNode limit = component.json().path("validate").path(name);
        String text = limit.asText("");
        if (text.isEmpty()) {
            return otherwise;
        }
        if (!text.matches("-?\\d{1,15}(\\.\\d{1,6})?")) {
            component.form().problem("FORM_BAD_PROPERTY", component.id(), name, text);
            return otherwise;
        }
        return new BigDecimal(text);
    }

    private void onlyValueType(String valueType) {
        if (!valueType.isEmpty()) {
            component.form().problem("FORM_UNKNOWN_VALUE_TYPE", component.id(), valueType);
        }
    }

    private FieldType text(String valueType, boolean area) {
        return switch (valueType) {
            case "money" -> {
                properties("noData");
                limits();
                yield new MoneyType(component.flag("noData"));
            }
            case "period" -> {
                properties();
                limits();
                yield new PeriodType();
            }
            case "agency" -> {
                properties("kinds");
                limits();
                yield new AgencyType(kinds());
            }
            case "law" -> {
                properties();
                limits();
                yield new LawType();
            }
            case "ml" -> {
                properties();
                limits("maxLength");
                yield new MultilingualType(longest(500));
            }
            case "url" -> plain(TextType.Kind.URL, 500, area);
            case "iso3" -> plain(TextType.Kind.COUNTRY, 3, area);
            default -> {
                onlyValueType(valueType);
                yield plain(TextType.Kind.PLAIN, area ? 500 : 200, area);
            }
        };
    }

    private FieldType plain(TextType.Kind kind, int longest, boolean area) {
        properties();
        limits("maxLength");
        return new TextType(kind, longest(longest), area);
    }

    private int longest(int otherwise) {
        int longest = component.json().path("validate").path("maxLength").asInt(otherwise);
        if (longest < 1 || longest > 20_000) {
            component.form().problem("FORM_BAD_PROPERTY", component.id(), "maxLength", String.valueOf(longest));
        }
        return longest;
    }

    private List<String> kinds() {
        String kinds = component.property("kinds");
        if (kinds.isBlank()) {
            return AgencyType.KINDS;
        }
        List<String> wanted = List.of(kinds.strip().split("\\s*[,|]\\s*"));
        if (!AgencyType.KINDS.containsAll(wanted)) {
            component.form().problem("FORM_BAD_PROPERTY", component.id(), "kinds", kinds);
        }
        return wanted;
    }

    private FieldType date() {
        properties();
        limits();
        String subtype = component.text("subtype");
        if (!subtype.equals("date")) {
            component.form().problem("FORM_BAD_PROPERTY", component.id(), "subtype", subtype);
        }
        component.optionalText(textBase + ".label", "dateLabel"); // where form-js itself keeps the label of a date
        return new DateType();
    }

    private FieldType choice(String valueType) {
        if (!component.property("rowsOf").isEmpty()) {
            return rowReference(valueType);
        }
        properties();
        limits();
        if (valueType.equals("bool")) {
            booleanOptions();
            return new BoolType();
        }
        onlyValueType(valueType);
        return new ChoiceType(options(), component.text("type").equals("radio"));
    }

    private FieldType rowReference(String valueType) {
        properties("rowsOf", "rowLabel", "rowValue");
        limits();
        onlyValueType(valueType);
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
        properties("exclusive");
        limits();
        onlyValueType(component.property("valueType"));
        List<Option> options = options();
        String exclusive = component.property("exclusive");
        if (!exclusive.isEmpty() && !Option.knows(options, exclusive)) {
            component.form().problem("FORM_BAD_PROPERTY", component.id(), "exclusive", exclusive);
        }
        return new MultipleType(options, exclusive);
    }

    private @Nullable FieldType computed(String valueType) {
        properties("label");
        if (!valueType.equals("pct") && !valueType.equals("int")) {
            component.form().problem("FORM_UNKNOWN_VALUE_TYPE", component.id(), valueType);
        }
        return component
                .expression(component.text("expression"), false, names)
                .map(formula -> new ComputedType(formula, valueType.equals("pct")))
                .orElse(null);
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
            options.add(new Option(value, key, label, component.property(REQUIRES + value), Option.Standing.OPEN));
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
