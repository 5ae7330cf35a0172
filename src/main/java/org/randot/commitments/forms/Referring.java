package org.randot.commitments.forms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;

/** Passes through the values of a form that name entries of registers, or might. */
final class Referring {
    private Referring() {}

    static boolean isAskedIn(List<Part> parts) {
        return Form.fields(parts).stream()
                .anyMatch(field -> field.type() instanceof RegisterType
                        || (field.type() instanceof TableType table && isAskedIn(table.parts())));
    }

    /** Puts beside each reference alone what its entry says, so that all that look at the values see an agency or a law. */
    static void fill(List<Part> parts, ObjectNode values, RegisterEntries register) {
        each(parts, values, (type, value) -> {
            if (Refs.names(value) && Refs.description(value).isEmpty()) {
                Refs.find(type, register, value)
                        .ifPresent(entry -> value.setAll(entry.description().deepCopy()));
            }
        });
    }

    /** References alone, without what their entries said then. */
    static void bare(List<Part> parts, ObjectNode values) {
        each(parts, values, (type, value) -> {
            if (Refs.names(value)) {
                value.retain(Refs.REF);
            }
        });
    }

    /** Whether anything asks for documents of the task. */
    static boolean namesDocuments(List<Part> parts) {
        return Form.fields(parts).stream()
                .anyMatch(field -> field.type() instanceof FilesType
                        || (field.type() instanceof TableType table && namesDocuments(table.parts())));
    }

    /** Without the documents, which are those of another task. */
    static void dropDocuments(List<Part> parts, ObjectNode values) {
        for (Part.Field field : Form.fields(parts)) {
            if (field.type() instanceof FilesType) {
                values.remove(field.key());
            } else if (field.type() instanceof TableType table) {
                Values.arrayOrEmpty(values.get(field.key()))
                        .forEach(row -> dropDocuments(table.parts(), Values.objectOrEmpty(row)));
            }
        }
    }

    /** What was to be kept no longer says so. */
    static void settle(List<Part> parts, ObjectNode values) {
        each(parts, values, (type, value) -> value.remove(Refs.KEEP));
    }

    /** Names by their entry those that are to be kept and are described without fault. */
    static void keep(
            List<Part> parts,
            ObjectNode values,
            BiFunction<RegisterEntries.Kind, ObjectNode, Optional<String>> register) {
        each(parts, values, (type, value) -> {
            if (value.path(Refs.KEEP).asBoolean(false) && !Refs.names(value) && isSound(type, value)) {
                register.apply(type.kind(), Refs.description(value)).ifPresent(id -> {
                    value.removeAll();
                    value.put(Refs.REF, id);
                });
            }
        });
    }

    private static boolean isSound(RegisterType type, ObjectNode value) {
        var findings = new ArrayList<FormFinding>();
        type.check(value, new Place(findings, "", Words.in(java.util.Locale.ENGLISH), null));
        return findings.isEmpty();
    }

    private static void each(List<Part> parts, ObjectNode values, BiConsumer<RegisterType, ObjectNode> visit) {
        for (Part.Field field : Form.fields(parts)) {
            JsonNode value = values.get(field.key());
            if (field.type() instanceof RegisterType type && value instanceof ObjectNode object) {
                visit.accept(type, object);
            } else if (field.type() instanceof TableType table) {
                for (JsonNode row : Values.arrayOrEmpty(value)) {
                    each(table.parts(), Values.objectOrEmpty(row), visit);
                }
            }
        }
    }
}
