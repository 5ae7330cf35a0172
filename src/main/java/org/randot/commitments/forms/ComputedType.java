package org.randot.commitments.forms;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.engine.feel.Expression;

/** Answered, never asked: a whole number, or a percentage with one decimal. */
record ComputedType(Expression formula, boolean percentage) implements FieldType {
    @Nullable
    JsonNode result(Map<String, Object> scope) {
        return formula.value(scope) instanceof Number number ? rounded(number) : null;
    }

    private @Nullable JsonNode rounded(Number number) {
        if (!Double.isFinite(number.doubleValue())) {
            return null;
        }
        BigDecimal exact =
                number instanceof Double ? BigDecimal.valueOf(number.doubleValue()) : new BigDecimal(number.toString());
        return Values.number(exact.setScale(percentage ? 1 : 0, RoundingMode.HALF_UP));
    }

    /** Whether two values are the same number, however written. */
    static boolean same(JsonNode given, @Nullable JsonNode computed) {
        Optional<BigDecimal> one = Values.number(given);
        Optional<BigDecimal> other = Values.number(computed);
        return one.isPresent() && other.isPresent() && one.get().compareTo(other.get()) == 0;
    }

    @Override
    public @Nullable JsonNode read(Posted posted, String name) {
        return null;
    }

    @Override
    public void check(JsonNode value, Place place) {
        // what was given for it has been compared and replaced before
    }

    @Override
    public @Nullable Object feel(@Nullable JsonNode value) {
        return Values.number(value).orElse(null);
    }

    @Override
    public Shown show(@Nullable JsonNode value, At at) {
        return Shown.nothing("output");
    }

    @Override
    public List<FieldView.Line> say(JsonNode value, Words words) {
        String said = Values.number(value)
                .map(number -> percentage
                        ? words.number(number.setScale(1, RoundingMode.HALF_UP)) + "\u00a0%"
                        : words.number(number))
                .orElseGet(() -> Values.typed(value));
        return List.of(FieldView.Line.of(said));
    }
}
