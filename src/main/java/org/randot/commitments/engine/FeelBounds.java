package org.randot.commitments.engine;

import camundajar.impl.scala.Product;
import camundajar.impl.scala.collection.Iterable;
import camundajar.impl.scala.collection.Iterator;
import java.util.Optional;
import java.util.Set;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.api.ParseResult;
import org.camunda.feel.syntaxtree.FunctionInvocation;
import org.jspecify.annotations.Nullable;

/**
 * Bounds on the FEEL of decision tables, found on the parsed expression and not by running it: a running evaluation cannot be stopped
 * (security.md 4).
 */
public final class FeelBounds {
    private static final int LONGEST = 1_000;
    private static final int DEEPEST_BRACKETS = 6;
    private static final int MOST_NODES = 400;
    /** Makes its own numbers to run over, defines functions, or grows without measure. */
    private static final Set<String> REFUSED = Set.of(
            "For",
            "SomeItem",
            "EveryItem",
            "IterationContext",
            "FunctionDefinition",
            "JavaFunctionInvocation",
            "QualifiedFunctionInvocation",
            "Exponentiation");

    private static final Set<String> FUNCTIONS = Set.of(
            "not",
            "is defined",
            "get or else",
            "count",
            "min",
            "max",
            "sum",
            "mean",
            "all",
            "any",
            "and",
            "or",
            "list contains",
            "contains",
            "starts with",
            "ends with",
            "string length",
            "upper case",
            "lower case",
            "substring",
            "abs",
            "floor",
            "ceiling",
            "decimal",
            "round up",
            "round down",
            "round half up",
            "round half down",
            "modulo",
            "number",
            "string",
            "date",
            "duration",
            "years and months duration",
            "today",
            "index of",
            "distinct values");

    private static final FeelEngineApi FEEL = FeelEngineBuilder.forJava().build();

    private FeelBounds() {}

    /**
     * @param code finding code
     * @param argument what the message inserts
     */
    public record Problem(String code, String argument) {}

    /** @param unaryTests whether it stands in an input cell */
    public static Optional<Problem> problem(String text, boolean unaryTests) {
        if (text.length() > LONGEST || brackets(text) > DEEPEST_BRACKETS) {
            return Optional.of(new Problem("SANDBOX_FEEL_SIZE", String.valueOf(LONGEST)));
        }
        ParseResult parsed = unaryTests ? FEEL.parseUnaryTests(text) : FEEL.parseExpression(text);
        if (!parsed.isSuccess()) {
            return Optional.of(new Problem("SANDBOX_FEEL_SYNTAX", text));
        }
        Walk walk = new Walk();
        walk.visit(parsed.parsedExpression().expression());
        return Optional.ofNullable(walk.problem);
    }

    private static int brackets(String text) {
        int depth = 0;
        int deepest = 0;
        for (int index = 0; index < text.length(); index++) {
            char character = text.charAt(index);
            if ("([{".indexOf(character) >= 0) {
                depth++;
                deepest = Math.max(deepest, depth);
            } else if (")]}".indexOf(character) >= 0) {
                depth--;
            }
        }
        return deepest;
    }

    private static final class Walk {
        private @Nullable Problem problem;
        private int nodes;

        void visit(@Nullable Object node) {
            nodes++;
            if (nodes > MOST_NODES) {
                problem = new Problem("SANDBOX_FEEL_SIZE", String.valueOf(LONGEST));
            }
            if (problem != null || node == null) {
                return;
            }
            String kind = node.getClass().getSimpleName();
            if (REFUSED.contains(kind)) {
                problem = new Problem("SANDBOX_FEEL_KIND", kind);
            } else if (node instanceof FunctionInvocation call && !FUNCTIONS.contains(call.function())) {
                problem = new Problem("SANDBOX_FEEL_FUNCTION", call.function());
            } else if (node instanceof Iterable<?> many) {
                each(many.iterator());
            } else if (node instanceof Product parts) {
                each(parts.productIterator());
            }
        }

        private void each(Iterator<?> parts) {
            while (parts.hasNext()) {
                visit(parts.next());
            }
        }
    }
}
