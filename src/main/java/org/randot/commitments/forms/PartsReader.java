package org.randot.commitments.forms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.engine.feel.Expression;

/** Reads the components of a form, level by level: groups, helps, rules, tables, fields. */
final class PartsReader {
    private static final Pattern KEY = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,63}");
    private static final Set<String> LAYOUT = Set.of("separator", "spacer");
    /** What expressions see beside the fields. */
    static final Set<String> SURROUNDINGS = Set.of("answers", "year", "today", "cycle", "previous", "item", "treaties");

    private final FormReader form;
    private final String formId;

    PartsReader(FormReader form, String formId) {
        this.form = form;
        this.formId = formId;
    }

    List<Part> all(ObjectNode schema) {
        return parts(schema, "", new Level("", Set.of(), keys(schema), List.of(), false));
    }

    /**
     * Where the reader is.
     *
     * @param path keys before these, as text keys and problems name them
     * @param outer keys one can also read, {@code keys} those of this level
     */
    private record Level(String path, Set<String> outer, Set<String> keys, List<Expression> hides, boolean inTable) {
        String named(String key) {
            return path.isEmpty() ? key : path + "." + key;
        }

        Level hiddenBy(List<Expression> more) {
            return new Level(path, outer, keys, more, inTable);
        }
    }

    /** Keys of a level before its expressions are read; doubles are a problem. */
    private Set<String> keys(JsonNode container) {
        var keys = new HashSet<String>();
        collect(container, keys);
        return keys;
    }

    private void collect(JsonNode container, Set<String> keys) {
        for (JsonNode component : container.path("components")) {
            String type = component.path("type").asText();
            if (type.equals("group")) {
                collect(component, keys);
            } else {
                String key = component
                        .path(type.equals("dynamiclist") ? "path" : "key")
                        .asText();
                if (!key.isEmpty() && !type.equals("text") && !keys.add(key)) {
                    form.problem("FORM_DUPLICATE_KEY", key);
                }
            }
        }
    }

    private List<Part> parts(JsonNode container, String pointer, Level level) {
        var parts = new ArrayList<Part>();
        int index = 0;
        for (JsonNode each : container.path("components")) {
            if (!form.takesComponent()) {
                form.problem("FORM_TOO_LARGE", "");
                return parts;
            }
            Part part = part(new ComponentReader(form, each, pointer + "/components/" + index++), level);
            if (part != null) {
                parts.add(part);
            }
        }
        return parts;
    }

    private @Nullable Part part(ComponentReader component, Level level) {
        String type = component.text("type");
        if (LAYOUT.contains(type)) {
            return null;
        }
        form.requireId(component.id());
        var hides = new ArrayList<>(level.hides());
        boolean rule = type.equals("text") && !component.property("rule").isEmpty();
        if (!rule && !component.text("conditional", "hide").isEmpty()) {
            component
                    .expression(component.text("conditional", "hide"), false, names(level))
                    .ifPresent(hides::add);
        }
        return switch (type) {
            case "group" -> group(component, level.hiddenBy(hides));
            case "text" -> rule ? rule(component, level, hides) : help(component, hides);
            case "dynamiclist" -> table(component, level.hiddenBy(hides));
            default -> field(component, level.hiddenBy(hides));
        };
    }

    private static Set<String> names(Level level) {
        var names = new HashSet<>(level.keys());
        names.addAll(level.outer());
        names.addAll(SURROUNDINGS);
        return names;
    }

    private Part group(ComponentReader component, Level level) {
        component.onlyProperties(Set.of());
        if (!component.text("path").isEmpty()) {
            form.problem("FORM_BAD_PROPERTY", component.id(), "path", component.text("path"));
        }
        String key = formId + "." + component.id() + ".label";
        String label = component.requiredText(key, "label");
        return new Part.Group(
                component.id(), key, label, parts(component.json(), component.pointer(), level), level.hides());
    }

    private Part help(ComponentReader component, List<Expression> hides) {
        component.onlyProperties(Set.of());
        String key = formId + "." + component.id() + ".text";
        return new Part.Help(component.id(), key, component.requiredText(key, "text"), List.copyOf(hides));
    }

    private @Nullable Part rule(ComponentReader component, Level level, List<Expression> hides) {
        component.onlyProperties(Set.of("rule", "severity", "field"));
        String code = component.property("rule");
        if (!code.matches("[A-Z][A-Z0-9_]{2,63}")) {
            form.problem("FORM_BAD_PROPERTY", component.id(), "rule", code);
        }
        FormFinding.Severity severity = component.severity();
        String field = component.property("field").replace('.', '/');
        if (!field.isEmpty() && !level.keys().contains(field.split("/", 2)[0])) {
            form.problem("FORM_RULE_FIELD", component.id(), field);
        }
        String key = formId + "." + component.id() + ".text";
        String text = component.requiredText(key, "text");
        var holds = component.expression(component.text("conditional", "hide"), true, names(level));
        return holds.isEmpty()
                ? null
                : new Part.Rule(component.id(), code, severity, field, holds.get(), key, text, List.copyOf(hides));
    }

    private @Nullable Part table(ComponentReader component, Level level) {
        if (level.inTable()) {
            form.problem("FORM_NESTED_TABLE", component.id());
            return null;
        }
        component.onlyProperties(Set.of("minRows", "maxRows", "rows", "requiredIf", "label"));
        String key = component.key("path", KEY);
        int minRows = component.whole("minRows", 0);
        int maxRows = component.whole("maxRows", Expression.ROWS);
        if (minRows < 0 || maxRows < Math.max(1, minRows) || maxRows > 200) {
            form.problem("FORM_BAD_PROPERTY", component.id(), "maxRows", String.valueOf(maxRows));
        }
        var outer = new HashSet<>(level.keys());
        outer.addAll(level.outer());
        var inside = new Level(level.named(key), outer, keys(component.json()), List.of(), true);
        String textBase = formId + "." + level.named(key);
        String label = component.label(textBase);
        String description = component.optionalText(textBase + ".description", "description");
        List<Part> columns = parts(component.json(), component.pointer(), inside);
        if (Form.fields(columns).isEmpty()) {
            form.problem("FORM_EMPTY", key);
        }
        GivenRows given = given(component, key, columns);
        return new Part.Field(
                component.id(),
                key,
                textBase,
                label,
                description,
                minRows > 0 || component.isRequired(),
                component.requiredIf(names(level)),
                level.hides(),
                null,
                new TableType(columns, minRows, given.isEmpty() ? maxRows : given.size(), given));
    }

    private GivenRows given(ComponentReader component, String table, List<Part> columns) {
        String name = component.property("rows");
        if (name.isEmpty()) {
            return GivenRows.NONE;
        }
        if (!component.property("minRows").isEmpty()
                || !component.property("maxRows").isEmpty()) {
            form.problem("FORM_BAD_PROPERTY", component.id(), "rows", name);
        }
        return form.given(table, name, Form.fields(columns));
    }

    private @Nullable Part field(ComponentReader component, Level level) {
        String key = component.key("key", KEY);
        String textBase = formId + "." + level.named(key);
        FieldType type = new TypeReader(component, textBase, names(level)).type();
        if (type == null) {
            return null;
        }
        return new Part.Field(
                component.id(),
                key,
                textBase,
                component.label(textBase),
                component.optionalText(textBase + ".description", "description"),
                component.isRequired(),
                component.requiredIf(names(level)),
                level.hides(),
                component.standard(),
                type);
    }
}
