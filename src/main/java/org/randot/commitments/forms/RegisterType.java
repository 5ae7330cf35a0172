package org.randot.commitments.forms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a state keeps a register of: named by its entry, {@code {"ref":"…"}}, or described by hand. */
sealed interface RegisterType extends FieldType permits AgencyType, LawType {
    RegisterEntries.Kind kind();

    /** Names of the parts of a description; the first is what it is called. */
    List<String> parts();

    /** Whether an entry may stand here. */
    default boolean suits(ObjectNode description) {
        return true;
    }

    /** One line that tells an entry from the others. */
    String label(JsonNode description, Words words);

    /** Reads what was typed of a description. */
    ObjectNode readDescription(Posted posted, String name);

    void checkDescription(JsonNode description, Place place);

    /** The controls to describe one by hand. */
    Shown describe(@Nullable JsonNode description, At at);

    List<FieldView.Line> sayDescription(JsonNode description, Words words);

    @Override
    default @Nullable JsonNode read(Posted posted, String name) {
        ObjectNode value = readDescription(posted, name);
        if (!value.isEmpty() && posted.text(name + "." + Refs.KEEP).equals("true")) {
            value.put(Refs.KEEP, true);
        }
        String ref = posted.text(name + "." + Refs.REF);
        if (!ref.isEmpty()) {
            value.put(Refs.REF, ref);
        }
        return value.isEmpty() ? null : value;
    }

    @Override
    default void check(JsonNode value, Place place) {
        if (!(value instanceof ObjectNode given)) {
            place.error(kind().name());
            return;
        }
        var known = new ArrayList<>(parts());
        known.add(Refs.KEEP);
        if (Refs.names(given)) {
            known.add(Refs.REF);
            Refs.check(this, given, place);
        } else {
            checkDescription(given, place);
        }
        place.onlyKeys(value, Set.copyOf(known));
        if (given.has(Refs.KEEP) && !given.get(Refs.KEEP).isBoolean()) {
            place.at(Refs.KEEP).error("YES_OR_NO");
        }
    }

    @Override
    default Shown show(@Nullable JsonNode value, At at) {
        return Refs.show(this, value, at);
    }

    @Override
    default List<FieldView.Line> say(JsonNode value, Words words) {
        if (!value.isObject()) {
            return List.of(FieldView.Line.of(Values.typed(value)));
        }
        List<FieldView.Line> lines = sayDescription(value, words);
        return lines.isEmpty() && Refs.names(value)
                ? List.of(FieldView.Line.of(words.say("register.entry", Values.typed(value.get(Refs.REF)))))
                : lines;
    }
}
