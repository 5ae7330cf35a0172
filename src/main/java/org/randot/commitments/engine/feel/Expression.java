package org.randot.commitments.engine.feel;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.api.ParseResult;
import org.camunda.feel.syntaxtree.Exp;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.jspecify.annotations.Nullable;

/**
 * A FEEL expression of a form or an indicator: parsed once, bounded before it is ever evaluated (security.md 4), without external functions.
 * It never fails while it is evaluated: what cannot be told is null.
 */
public final class Expression {
    /** The most rows a list may have unless its table says so itself. */
    public static final int ROWS = 100;

    private static final FeelEngineApi ENGINE = FeelEngineBuilder.forJava().build();
    private static final Cache<String, Expression> PARSED =
            Caffeine.newBuilder().maximumSize(5_000).build();
    private static final int LONGEST = 1_500;
    private static final int BRACKETS = 15;

    private final ParsedExpression parsed;
    private final ExpressionCost bounds;

    private Expression(ParsedExpression parsed, ExpressionCost bounds) {
        this.parsed = parsed;
        this.bounds = bounds;
    }

    /** The first evaluation of all takes a third of a second: better at start than under a coordinator's hand. */
    public static void warmUp() {
        rule("=sum(r.n) <= n and (not(a = b) or count(r[t = \"x\"]) > 0)", ROWS).isTrue(Map.of("n", 1, "r", List.of()));
    }

    /**
     * A condition or a formula: null is as FEEL has it.
     *
     * @param rows the most rows a list may have that it reads
     * @throws ExpressionRefused when it cannot be read or might cost too much
     */
    public static Expression formula(String text, int rows) {
        return cached(text, false, rows);
    }

    /** A cross-field rule, as {@link #formula}, but what compares with something unknown is itself unknown. */
    public static Expression rule(String text, int rows) {
        return cached(text, true, rows);
    }

    private static Expression cached(String text, boolean strict, int rows) {
        String key = (strict ? "!" : "=") + rows + " " + text;
        Expression known = PARSED.getIfPresent(key);
        if (known != null) {
            return known;
        }
        Expression made = parse(text.strip(), strict, rows);
        PARSED.put(key, made);
        return made;
    }

    private static Expression parse(String given, boolean strict, int rows) {
        String text = given.startsWith("=") ? given.substring(1).strip() : given;
        if (text.length() > LONGEST || deepest(text) > BRACKETS) {
            throw new ExpressionRefused("FORM_FEEL_TOO_LARGE", shortened(text));
        }
        ParseResult result = ENGINE.parseExpression(text);
        if (!result.isSuccess()) {
            throw new ExpressionRefused("FORM_FEEL_SYNTAX", shortened(text));
        }
        Exp tree = result.parsedExpression().expression();
        Exp kept = strict ? (Exp) UnknownStaysUnknown.in(tree) : tree;
        return new Expression(new ParsedExpression(kept, text), ExpressionCost.of(kept, shortened(text), rows));
    }

    private static int deepest(String text) {
        int depth = 0;
        int deepest = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
            deepest = Math.max(deepest, depth);
        }
        return deepest;
    }

    private static String shortened(String text) {
        return text.length() <= 120 ? text : text.substring(0, 117) + "…";
    }

    /** Names it reads from the form or its surroundings; those in filters may be columns of anything and are not among them. */
    public Set<String> names() {
        return bounds.names();
    }

    /** Every name in it, filters included. */
    public Set<String> mentions() {
        return bounds.mentions();
    }

    /** What it gives with these values by name; null when that cannot be told. */
    @SuppressWarnings("PMD.AvoidCatchingGenericException")
    public @Nullable Object value(Map<String, Object> scope) {
        try {
            var result = ENGINE.evaluate(parsed, scope);
            return result.isSuccess() ? result.result() : null;
        } catch (RuntimeException arithmeticOfOddValues) {
            return null;
        }
    }

    public boolean isTrue(Map<String, Object> scope) {
        return Boolean.TRUE.equals(value(scope));
    }

    public boolean isFalse(Map<String, Object> scope) {
        return Boolean.FALSE.equals(value(scope));
    }

    @Override
    public String toString() {
        return parsed.text();
    }
}
