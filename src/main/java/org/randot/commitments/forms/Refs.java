package org.randot.commitments.forms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code {"ref":"…"}} in place of an agency or a law: its entry in the state's register, and once handed in what that said then. */
final class Refs {
    static final String REF = "ref";

    /** Beside a description: it is to be kept in the register. */
    static final String KEEP = "keep";

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,63}");

    private Refs() {}

    static boolean names(@Nullable JsonNode value) {
        return value != null && value.isObject() && !Values.isBlank(value.get(REF));
    }

    /** What a value says beside the reference. */
    static ObjectNode description(JsonNode value) {
        ObjectNode description = Values.objectOrEmpty(value).deepCopy();
        description.remove(List.of(REF, KEEP));
        return description;
    }

    static Optional<RegisterEntries.Entry> find(RegisterType type, RegisterEntries register, JsonNode value) {
        String id = Values.typed(value.get(REF));
        return register.of(type.kind()).stream()
                .filter(each -> each.id().equals(id))
                .findFirst();
    }

    static void check(RegisterType type, ObjectNode value, Place place) {
        Place at = place.at(REF);
        RegisterEntries register = place.register();
        if (!value.get(REF).isTextual()
                || !ID.matcher(value.get(REF).textValue()).matches()) {
            at.error("REFERENCE");
        } else if (register != null) {
            find(type, register, value)
                    .ifPresentOrElse(entry -> check(type, value, entry, at), () -> at.error("REFERENCE"));
        }
    }

    private static void check(RegisterType type, ObjectNode value, RegisterEntries.Entry entry, Place at) {
        ObjectNode beside = description(value);
        if (entry.retired()) {
            at.error("REFERENCE_RETIRED", type.label(entry.description(), at.words()));
        } else if (!type.suits(entry.description())) {
            at.error("AGENCY_KIND");
        } else if (!beside.isEmpty() && !beside.equals(entry.description())) {
            at.error("REFERENCE_OR_DESCRIPTION", type.label(entry.description(), at.words()));
        }
    }

    /** The register's entries first; what is not among them is described by hand. */
    static Shown show(RegisterType type, @Nullable JsonNode value, At at) {
        List<FieldView.Option> offered = at.register().offered(type);
        Shown described = type.describe(byHand(type, value, at), at);
        if (offered.isEmpty() && !names(value)) {
            var controls = new ArrayList<>(described.controls());
            controls.addAll(keeping(value, at));
            return Shown.fieldset(controls).with(described.more(), described.moreLabel());
        }
        var more = new ArrayList<>(described.controls());
        described.more().forEach(each -> more.add(each.called(described.moreLabel() + " – " + each.label)));
        more.addAll(keeping(value, at));
        return Shown.fieldset(List.of(choice(type, value, offered, at)))
                .with(more, at.words().say("register.another"));
    }

    /** What was typed: a copy of the entry was not. */
    private static @Nullable JsonNode byHand(RegisterType type, @Nullable JsonNode value, At at) {
        if (value == null || !names(value)) {
            return value;
        }
        ObjectNode beside = description(value);
        boolean copy = find(type, at.register().entries(), value)
                .filter(entry -> entry.description().equals(beside))
                .isPresent();
        return copy ? null : beside;
    }

    private static Control choice(RegisterType type, @Nullable JsonNode value, List<FieldView.Option> offered, At at) {
        var options = new ArrayList<>(offered);
        List<String> chosen = value != null && names(value) ? List.of(Values.typed(value.get(REF))) : List.of();
        if (value != null
                && !chosen.isEmpty()
                && offered.stream().noneMatch(each -> each.value().equals(chosen.get(0)))) {
            options.add(FieldView.Option.of(chosen.get(0), notOffered(type, value, at)));
        }
        return Control.choice("select", at.dot(REF), at.words().say("register.ref"), options, chosen);
    }

    private static String notOffered(RegisterType type, JsonNode value, At at) {
        return find(type, at.register().entries(), value)
                .map(entry -> {
                    String label = type.label(entry.description(), at.words());
                    return entry.retired() ? at.words().say("register.retired", label) : label;
                })
                .orElseGet(() -> at.words().say("register.entry", Values.typed(value.get(REF))));
    }

    private static List<Control> keeping(@Nullable JsonNode value, At at) {
        if (!at.register().entries().keeps()) {
            return List.of();
        }
        boolean ticked = value != null && value.path(KEEP).asBoolean(false);
        return List.of(Control.choice(
                "checks",
                at.dot(KEEP),
                "",
                List.of(FieldView.Option.of("true", at.words().say("register.keep"))),
                ticked ? List.of("true") : List.of()));
    }
}
