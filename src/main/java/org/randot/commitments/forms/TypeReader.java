package org.randot.commitments.forms;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the type of a field in its component: the table of {@code docs/authoring-processes.md}, row by row. */
final class TypeReader {
    private final ComponentReader component;
    private final String textBase;
    private final Set<String> names;
    private final KnownProperties known;

    TypeReader(ComponentReader component, String textBase, Set<String> names) {
        this.component = component;
        this.textBase = textBase;
        this.names = names;
        this.known = new KnownProperties(component);
    }

    @Nullable
    FieldType type() {
        String valueType = component.property("valueType");
        return switch (component.text("type")) {
            case "number" -> number(valueType);
            case "textfield", "textarea" ->
                text(valueType, component.text("type").equals("textarea"));
            case "datetime" -> date();
            case "radio", "select", "checklist" -> new ChoiceReader(component, textBase).type();
            case "expression" -> computed(valueType);
            default -> {
                component.form().problem("FORM_UNKNOWN_TYPE", component.id(), component.text("type"));
                yield null;
            }
        };
    }

    private FieldType number(String valueType) {
        known.properties("noData", "fixed");
        known.limits("min", "max");
        boolean year = valueType.equals("year");
        if (!year) {
            known.onlyValueType(valueType);
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

    private FieldType text(String valueType, boolean area) {
        return switch (valueType) {
            case "money" -> {
                known.properties("noData");
                known.limits();
                yield new MoneyType(component.flag("noData"));
            }
            case "period" -> {
                known.properties();
                known.limits();
                yield new PeriodType();
            }
            case "agency" -> {
                known.properties("kinds");
                known.limits();
                yield new AgencyType(kinds());
            }
            case "law" -> {
                known.properties();
                known.limits();
                yield new LawType();
            }
            case "ml" -> {
                known.properties();
                known.limits("maxLength");
                yield new MultilingualType(longest(500));
            }
            case "url" -> plain(TextType.Kind.URL, 500, area);
            case "iso3" -> plain(TextType.Kind.COUNTRY, 3, area);
            default -> {
                known.onlyValueType(valueType);
                yield plain(TextType.Kind.PLAIN, area ? 500 : 200, area);
            }
        };
    }

    private FieldType plain(TextType.Kind kind, int longest, boolean area) {
        known.properties();
        known.limits("maxLength");
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
        known.properties();
        known.limits();
        String subtype = component.text("subtype");
        if (!subtype.equals("date")) {
            component.form().problem("FORM_BAD_PROPERTY", component.id(), "subtype", subtype);
        }
        component.optionalText(textBase + ".label", "dateLabel"); // where form-js itself keeps the label of a date
        return new DateType();
    }

    private @Nullable FieldType computed(String valueType) {
        known.properties("label");
        if (!valueType.equals("pct") && !valueType.equals("int")) {
            component.form().problem("FORM_UNKNOWN_VALUE_TYPE", component.id(), valueType);
        }
        return component
                .expression(component.text("expression"), false, names)
                .map(formula -> new ComputedType(formula, valueType.equals("pct")))
                .orElse(null);
    }
}
