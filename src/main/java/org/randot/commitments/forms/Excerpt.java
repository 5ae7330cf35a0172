package org.randot.commitments.forms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.randot.commitments.engine.feel.Expression;

/**
 * Some sections of a form as a form of their own, for people who may know nothing of the rest. Conditions, rules and formulas that look at
 * other fields, at other answers or at earlier years are left out: what they say would tell of what is not shown.
 */
final class Excerpt {
    private final Set<String> outside = new HashSet<>(Set.of("answers", "previous"));

    private Excerpt(Form form, Collection<String> kept) {
        outside.addAll(form.keys());
        outside.removeAll(kept);
    }

    static List<FormSection> sections(Form form, Words words) {
        var sections = new ArrayList<FormSection>();
        for (Part part : form.parts()) {
            if (part instanceof Part.Group group) {
                add(sections, group.id(), words.text(group.textKey(), group.label()), Form.fields(group.parts()));
            } else if (part instanceof Part.Field field) {
                add(sections, field.key(), words.label(field), List.of(field));
            }
        }
        return List.copyOf(sections);
    }

    private static void add(List<FormSection> sections, String id, String label, List<Part.Field> fields) {
        List<String> keys =
                fields.stream().filter(Excerpt::isAsked).map(Part.Field::key).toList();
        if (!keys.isEmpty()) {
            sections.add(new FormSection(id, label, keys));
        }
    }

    private static boolean isAsked(Part.Field field) {
        boolean fixed = field.type() instanceof NumberType number && number.fixed();
        return !fixed && !(field.type() instanceof ComputedType);
    }

    /** @param keys of the fields to keep */
    static Form of(Form form, ObjectNode schema, Collection<String> keys) {
        ObjectNode reduced = schema.deepCopy();
        new Excerpt(form, keys).reduce(reduced, true);
        return Form.parse(reduced.toString().getBytes(StandardCharsets.UTF_8), form.rows());
    }

    private void reduce(ObjectNode container, boolean outermost) {
        ArrayNode kept = container.arrayNode();
        for (JsonNode each : container.path("components")) {
            if (each instanceof ObjectNode component && keeps(component, outermost)) {
                loosen(component);
                kept.add(component);
            }
        }
        container.set("components", kept);
    }

    private boolean keeps(ObjectNode component, boolean outermost) {
        String type = component.path("type").asText();
        String condition = component.path("conditional").path("hide").asText();
        return switch (type) {
            case "group" -> {
                reduce(component, outermost);
                yield hasFields(component);
            }
            case "dynamiclist" -> !outside.contains(component.path("path").asText()) && keepsTable(component);
            case "text" -> component.path("properties").path("rule").asText().isEmpty() || !looksOutside(condition);
            case "expression" ->
                isInside(component)
                        && !looksOutside(component.path("expression").asText());
            case "separator", "spacer" -> false;
            default -> isInside(component);
        };
    }

    private boolean isInside(ObjectNode component) {
        return !outside.contains(component.path("key").asText());
    }

    private static boolean hasFields(ObjectNode group) {
        for (JsonNode each : group.path("components")) {
            if (!each.path("type").asText().equals("text")) {
                return true;
            }
        }
        return false;
    }

    /** Columns may be called as fields of the form are. */
    private boolean keepsTable(ObjectNode table) {
        Set<String> columns = new HashSet<>();
        table.path("components")
                .forEach(each ->
                        columns.add(each.path("key").asText(each.path("id").asText())));
        Set<String> shadowed = new HashSet<>(columns);
        shadowed.retainAll(outside);
        outside.removeAll(shadowed);
        reduce(table, false);
        outside.addAll(shadowed);
        return true;
    }

    private void loosen(ObjectNode component) {
        if (looksOutside(component.path("conditional").path("hide").asText())) {
            component.remove("conditional");
        }
        if (component.get("properties") instanceof ObjectNode properties
                && looksOutside(properties.path("requiredIf").asText())) {
            properties.remove("requiredIf");
        }
    }

    private boolean looksOutside(String expression) {
        if (expression.isBlank()) {
            return false;
        }
        return Expression.formula(expression, Expression.ROWS).mentions().stream()
                .anyMatch(outside::contains);
    }
}
