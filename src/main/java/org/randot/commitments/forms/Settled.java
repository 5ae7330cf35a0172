package org.randot.commitments.forms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.engine.feel.Expression;

/**
 * What holds at one level of a form (the form itself or one row): which fields are hidden, what is computed, what expressions see. Fields that
 * hide each other are settled in rounds, so that a second check of the kept values comes to the same.
 *
 * @param scope of expressions
 * @param hidden keys of hidden fields
 * @param computed results by key, null where there is none
 */
record Settled(Map<String, Object> scope, Set<String> hidden, Map<String, @Nullable JsonNode> computed) {
    private static final int ROUNDS = 6;

    static Settled of(List<Part> parts, ObjectNode values, Map<String, Object> outer) {
        List<Part.Field> fields = Form.fields(parts);
        Set<String> hidden = Set.of();
        Settled settled = round(fields, values, outer, hidden);
        for (int round = 1; round < ROUNDS && !settled.hidden().equals(hidden); round++) {
            hidden = settled.hidden();
            settled = round(fields, values, outer, hidden);
        }
        return settled;
    }

    private static Settled round(
            List<Part.Field> fields, ObjectNode values, Map<String, Object> outer, Set<String> hidden) {
        var scope = new HashMap<String, @Nullable Object>(outer);
        for (Part.Field field : fields) {
            JsonNode value = hidden.contains(field.key()) ? null : values.get(field.key());
            Object seen =
                    field.type() instanceof ComputedType ? null : field.type().feel(value);
            if (seen != null || !field.key().equals("year")) {
                scope.put(field.key(), seen);
            }
        }
        Map<String, Object> view = Values.asScope(scope);
        var computed = new LinkedHashMap<String, @Nullable JsonNode>();
        for (Part.Field field : fields) {
            if (field.type() instanceof ComputedType type && !hidden.contains(field.key())) {
                JsonNode result = type.result(view);
                computed.put(field.key(), result);
                scope.put(field.key(), type.feel(result));
            }
        }
        var now = new HashSet<String>();
        for (Part.Field field : fields) {
            if (isHidden(field, view)) {
                now.add(field.key());
            }
        }
        return new Settled(view, now, computed);
    }

    boolean hides(Part part) {
        return part instanceof Part.Field field ? hidden.contains(field.key()) : isHidden(part, scope);
    }

    private static boolean isHidden(Part part, Map<String, Object> scope) {
        for (Expression each : part.hides()) {
            if (each.isTrue(scope)) {
                return true;
            }
        }
        return false;
    }

    boolean requires(Part.Field field) {
        return field.required()
                || (field.requiredIf() != null && field.requiredIf().isTrue(scope));
    }
}
