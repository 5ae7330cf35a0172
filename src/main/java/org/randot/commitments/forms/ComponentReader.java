package org.randot.commitments.forms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.engine.feel.Expression;
import org.randot.commitments.engine.feel.ExpressionRefused;

/** One component of a form under the reader's eye. */
record ComponentReader(FormReader form, JsonNode json, String pointer) {
    String id() {
        return text("id");
    }

    String text(String property) {
        return json.path(property).asText("");
    }

    String text(String object, String property) {
        return json.path(object).path(property).asText("");
    }

    String property(String name) {
        return text("properties", name);
    }

    boolean flag(String name) {
        String value = property(name);
        if (!value.isEmpty() && !value.equals("true") && !value.equals("false")) {
            form.problem("FORM_BAD_PROPERTY", id(), name, value);
        }
        return value.equals("true");
    }

    int whole(String name, int otherwise) {
        String value = property(name);
        if (value.isEmpty()) {
            return otherwise;
        }
        if (!value.matches("\\d{1,4}")) {
            form.problem("FORM_BAD_PROPERTY", id(), name, value);
            return otherwise;
        }
        return Integer.parseInt(value);
    }

    void onlyProperties(Set<String> known) {
        for (Iterator<String> names = json.path("properties").fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!known.contains(name)) {
                form.problem("FORM_UNKNOWN_PROPERTY", id(), name);
            }
        }
    }

    String key(String property, Pattern pattern) {
        String key = text(property);
        if (!pattern.matcher(key).matches()) {
            form.problem(key.isEmpty() ? "FORM_NO_KEY" : "FORM_BAD_KEY", id(), key);
        }
        return key;
    }

    boolean isRequired() {
        return json.path("validate").path("required").asBoolean(false);
    }

    @Nullable
    Expression requiredIf(Set<String> names) {
        return property("requiredIf").isEmpty()
                ? null
                : expression(property("requiredIf"), false, names).orElse(null);
    }

    Optional<Expression> expression(String text, boolean rule, Set<String> names) {
        if (text.isBlank()) {
            form.problem("FORM_NO_EXPRESSION", id());
            return Optional.empty();
        }
        try {
            Expression expression = rule ? Expression.rule(text, form.rows()) : Expression.formula(text, form.rows());
            for (String name : expression.names()) {
                if (!names.contains(name)) {
                    form.problem("FORM_FEEL_NAME", id(), name);
                }
            }
            return Optional.of(expression);
        } catch (ExpressionRefused refused) {
            form.problem(refused.code(), id(), refused.argument());
            return Optional.empty();
        }
    }

    FormFinding.Severity severity() {
        String severity = property("severity");
        for (FormFinding.Severity each : FormFinding.Severity.values()) {
            if (each.name().equals(severity)) {
                return each;
            }
        }
        form.problem("FORM_BAD_PROPERTY", id(), "severity", severity);
        return FormFinding.Severity.ERROR;
    }

    /** form-js keeps the label of a field in {@code label}; an expression component has none, so it stands in the properties. */
    String label(String textBase) {
        boolean own =
                json.path("label").asText("").isBlank() && !property("label").isEmpty();
        if (own) {
            form.spot(textBase + ".label", pointer + "/properties", "label", "");
            return property("label");
        }
        return requiredText(textBase + ".label", "label");
    }

    String requiredText(String key, String property) {
        if (text(property).isBlank()) {
            form.problem("FORM_NO_LABEL", id(), property);
        }
        return optionalText(key, property);
    }

    String optionalText(String key, String property) {
        if (!text(property).isBlank()) {
            form.spot(key, pointer, property, "");
        }
        return text(property);
    }

    /** The value that stands there before anybody typed. */
    @Nullable
    JsonNode standard() {
        JsonNode own = json.path("defaultValue");
        if (!Values.isBlank(own)) {
            return own;
        }
        String literal = property("default");
        if (literal.isEmpty()) {
            return null;
        }
        return switch (text("type")) {
            case "number" -> NumberType.figure(literal, Words.in(java.util.Locale.ENGLISH));
            case "radio", "select" ->
                literal.equals("true") || literal.equals("false")
                        ? BooleanNode.valueOf(literal.equals("true"))
                        : Values.text(literal);
            case "checklist" -> Values.array().add(literal);
            default -> Values.text(literal);
        };
    }
}
