package org.randot.commitments.forms;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.engine.feel.Expression;
import org.randot.commitments.engine.feel.ExpressionRefused;

/** A FEEL formula that stands outside a form, for example in an indicator: within the same bounds, and as silent about values that are none. */
public final class Formula {
    private final Expression expression;

    private Formula(Expression expression) {
        this.expression = expression;
    }

    /** @throws IllegalArgumentException when it cannot be read or may not be evaluated */
    public static Formula of(String text) {
        try {
            return new Formula(Expression.formula(text, Expression.ROWS));
        } catch (ExpressionRefused refused) {
            throw new IllegalArgumentException(refused.code() + " " + refused.argument(), refused);
        }
    }

    /** Values as FEEL reads them: dates and amounts of money as such. */
    public static Map<String, Object> scope(Map<String, ? extends @Nullable Object> values) {
        var scope = new LinkedHashMap<String, @Nullable Object>();
        values.forEach((key, value) -> scope.put(key, Values.plain(value)));
        return Values.asScope(scope);
    }

    /** What it gives when it gives a number, reading values as {@link #scope(Map)} makes them. */
    public Optional<BigDecimal> number(Map<String, Object> scope) {
        Object value = expression.value(scope);
        return value instanceof Number number ? exact(number) : Optional.empty();
    }

    private static Optional<BigDecimal> exact(Number number) {
        return number instanceof Double inexact && !Double.isFinite(inexact)
                ? Optional.empty()
                : Optional.of(new BigDecimal(number.toString()));
    }

    @Override
    public String toString() {
        return expression.toString();
    }
}
