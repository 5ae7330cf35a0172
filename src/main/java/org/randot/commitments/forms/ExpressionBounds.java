package org.randot.commitments.forms;

import camundajar.impl.scala.Product;
import camundajar.impl.scala.Tuple2;
import camundajar.impl.scala.collection.Iterable;
import camundajar.impl.scala.jdk.javaapi.CollectionConverters;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.camunda.feel.syntaxtree.ConstContext;
import org.camunda.feel.syntaxtree.ConstList;
import org.camunda.feel.syntaxtree.ConstNumber;
import org.camunda.feel.syntaxtree.ConstString;
import org.camunda.feel.syntaxtree.EveryItem;
import org.camunda.feel.syntaxtree.Exp;
import org.camunda.feel.syntaxtree.Exponentiation;
import org.camunda.feel.syntaxtree.Filter;
import org.camunda.feel.syntaxtree.For;
import org.camunda.feel.syntaxtree.FunctionDefinition;
import org.camunda.feel.syntaxtree.FunctionInvocation;
import org.camunda.feel.syntaxtree.If;
import org.camunda.feel.syntaxtree.IterationContext;
import org.camunda.feel.syntaxtree.JavaFunctionInvocation;
import org.camunda.feel.syntaxtree.PathExpression;
import org.camunda.feel.syntaxtree.QualifiedFunctionInvocation;
import org.camunda.feel.syntaxtree.Ref;
import org.camunda.feel.syntaxtree.SomeItem;

/**
 * Bounds an expression on its parsed tree, since a running evaluation cannot be stopped: an estimate of the nodes it will visit when every
 * list it reads has as many rows as it may, only plain functions, no regular expression that could run wild, nothing that grows by itself.
 */
final class ExpressionBounds {
    /** The most rows a table may have unless it says so itself. */
    static final int ROWS = 100;

    private static final int DEPTH = 60;
    private static final int RANGE = 1_000;
    private static final long COST = 60_000;
    private static final long WEIGHT = 20_000;
    private static final Set<String> SQUARED =
            Set.of("distinct values", "duplicate values", "union", "remove", "index of");
    private static final Set<String> LISTS = Set.of(
            "append",
            "concatenate",
            "insert before",
            "reverse",
            "flatten",
            "sublist",
            "split",
            "mode",
            "get value",
            "get or else");
    private static final Set<String> PATTERNS = Set.of("matches", "split", "replace");
    private static final Set<String> FUNCTIONS = Set.of(
            "not",
            "is defined",
            "get or else",
            "substring",
            "string length",
            "upper case",
            "lower case",
            "substring before",
            "substring after",
            "starts with",
            "ends with",
            "contains",
            "trim",
            "string join",
            "is empty",
            "is blank",
            "list contains",
            "count",
            "min",
            "max",
            "sum",
            "product",
            "mean",
            "median",
            "stddev",
            "mode",
            "all",
            "any",
            "and",
            "or",
            "sublist",
            "append",
            "concatenate",
            "insert before",
            "reverse",
            "flatten",
            "decimal",
            "floor",
            "ceiling",
            "round up",
            "round down",
            "round half up",
            "round half down",
            "abs",
            "modulo",
            "sqrt",
            "odd",
            "even",
            "date",
            "number",
            "string",
            "duration",
            "years and months duration",
            "day of year",
            "day of week",
            "month of year",
            "week of year",
            "last day of month",
            "before",
            "after",
            "meets",
            "met by",
            "overlaps",
            "includes",
            "during",
            "starts",
            "finishes",
            "get value");

    private final Set<String> names = new HashSet<>();
    private final Set<String> mentions = new HashSet<>();
    private final String text;
    private final int rows;

    private ExpressionBounds(String text, int rows) {
        this.text = text;
        this.rows = rows;
    }

    /** @param rows the most rows a list may have that it reads */
    static ExpressionBounds of(Exp tree, String text, int rows) {
        var bounds = new ExpressionBounds(text, rows);
        if (bounds.cost(tree, 0, Set.of(), false) > COST) {
            throw bounds.tooLarge();
        }
        return bounds;
    }

    Set<String> names() {
        return names;
    }

    Set<String> mentions() {
        return mentions;
    }

    private ExpressionRefused tooLarge() {
        return new ExpressionRefused("FORM_FEEL_TOO_LARGE", text);
    }

    private long cost(Object node, int depth, Set<String> locals, boolean inFilter) {
        if (depth > DEPTH) {
            throw tooLarge();
        }
        if (node instanceof FunctionDefinition
                || node instanceof JavaFunctionInvocation
                || node instanceof QualifiedFunctionInvocation
                || node instanceof ConstContext) {
            throw new ExpressionRefused("FORM_FEEL_FUNCTION", text);
        }
        if (node instanceof Ref ref) {
            return read(ref, locals, inFilter);
        }
        if (node instanceof For loop) {
            return loop(CollectionConverters.asJava(loop.iterators()), loop.exp(), depth, locals, inFilter);
        }
        if (node instanceof SomeItem some) {
            return loop(CollectionConverters.asJava(some.iterators()), some.condition(), depth, locals, inFilter);
        }
        if (node instanceof EveryItem every) {
            return loop(CollectionConverters.asJava(every.iterators()), every.condition(), depth, locals, inFilter);
        }
        if (node instanceof Filter filter) {
            long each = cost(filter.filter(), depth + 1, locals, true);
            return plus(cost(filter.list(), depth + 1, locals, inFilter), times(weight(filter.list()), each + 1));
        }
        if (node instanceof Exponentiation power) {
            requireSmall(power);
        }
        long own = node instanceof FunctionInvocation call ? ofCall(call) : 1;
        for (Object child : children(node)) {
            own = plus(own, cost(child, depth + 1, locals, inFilter));
        }
        return own;
    }

    private long read(Ref ref, Set<String> locals, boolean inFilter) {
        String name = ref.names().head();
        if (name.equals("partial")) {
            throw new ExpressionRefused("FORM_FEEL_FUNCTION", text);
        }
        mentions.add(name);
        if (!inFilter && !locals.contains(name)) {
            names.add(name);
        }
        return 1;
    }

    private long loop(List<Tuple2<String, Exp>> iterators, Exp body, int depth, Set<String> locals, boolean inFilter) {
        long rounds = 1;
        long own = 1;
        var inner = new HashSet<>(locals);
        for (Tuple2<String, Exp> iterator : iterators) {
            own = plus(own, cost(iterator._2(), depth + 1, inner, inFilter));
            rounds = times(rounds, weight(iterator._2()));
            inner.add(iterator._1());
        }
        return plus(own, times(rounds, cost(body, depth + 1, inner, inFilter) + 1));
    }

    private long ofCall(FunctionInvocation call) {
        String name = call.function();
        if (PATTERNS.contains(name)) {
            requirePlainPattern(call);
        } else if (!FUNCTIONS.contains(name) && !SQUARED.contains(name)) {
            throw new ExpressionRefused("FORM_FEEL_FUNCTION", name);
        }
        long weight = sum(children(call.params()));
        return SQUARED.contains(name) ? times(weight, weight) : weight;
    }

    /** A literal without groups and with two quantifiers at most cannot backtrack for long over a text of a few thousand characters. */
    private void requirePlainPattern(FunctionInvocation call) {
        List<Object> arguments = children(call.params());
        boolean plain = arguments.size() >= 2
                && arguments.get(1) instanceof ConstString pattern
                && pattern.value().length() <= 60
                && pattern.value().chars().noneMatch(c -> c == '(' || c == '\\' || c == '|')
                && pattern.value().chars().filter(c -> "*+{?".indexOf(c) >= 0).count() <= 1;
        if (!plain) {
            throw new ExpressionRefused("FORM_FEEL_FUNCTION", call.function());
        }
    }

    private void requireSmall(Exponentiation power) {
        if (!(power.y() instanceof ConstNumber exponent)
                || Math.abs(exponent.value().toDouble()) > 10) {
            throw tooLarge();
        }
    }

    /** How many elements the list may have that this yields; 1 for what is no list. */
    private long weight(Object node) {
        if (node instanceof Ref) {
            return rows;
        }
        if (node instanceof PathExpression path) {
            return weight(path.path());
        }
        if (node instanceof Filter filter) {
            return weight(filter.list());
        }
        if (node instanceof IterationContext range) {
            return width(range);
        }
        if (node instanceof If choice) {
            return Math.max(weight(choice.statement()), weight(choice.elseStatement()));
        }
        if (node instanceof For loop) {
            long rounds = weight(loop.exp());
            for (Tuple2<String, Exp> iterator : CollectionConverters.asJava(loop.iterators())) {
                rounds = times(rounds, weight(iterator._2()));
            }
            return light(rounds);
        }
        if (node instanceof FunctionInvocation call) {
            boolean list = SQUARED.contains(call.function()) || LISTS.contains(call.function());
            return list ? sum(children(call.params())) : 1;
        }
        return node instanceof ConstList ? sum(children(node)) : 1;
    }

    private long sum(List<Object> nodes) {
        long sum = 1;
        for (Object node : nodes) {
            sum = plus(sum, weight(node));
        }
        return light(sum);
    }

    private long light(long weight) {
        if (weight > WEIGHT) {
            throw tooLarge();
        }
        return weight;
    }

    private long width(IterationContext range) {
        if (range.start() instanceof ConstNumber from && range.end() instanceof ConstNumber to) {
            double width = Math.abs(to.value().toDouble() - from.value().toDouble()) + 1;
            if (width <= RANGE) {
                return (long) width;
            }
        }
        throw new ExpressionRefused("FORM_FEEL_RANGE", text);
    }

    private static List<Object> children(Object node) {
        var found = new ArrayList<Object>();
        if (node instanceof Iterable<?> many) {
            CollectionConverters.asJava(many).forEach(found::add);
        } else if (node instanceof Product product) {
            for (int i = 0; i < product.productArity(); i++) {
                Object element = product.productElement(i);
                if (element instanceof Iterable<?>) {
                    found.addAll(children(element));
                } else if (element instanceof Product) {
                    found.add(element);
                }
            }
        }
        return found;
    }

    private static long plus(long a, long b) {
        return Math.min(Integer.MAX_VALUE, a + b);
    }

    private static long times(long a, long b) {
        return Math.min(Integer.MAX_VALUE, a * b);
    }
}
