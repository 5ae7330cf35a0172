package org.randot.commitments.engine.feel;

import static org.randot.commitments.engine.feel.SyntaxTree.children;
import static org.randot.commitments.engine.feel.SyntaxTree.plus;
import static org.randot.commitments.engine.feel.SyntaxTree.times;

import camundajar.impl.scala.Tuple2;
import camundajar.impl.scala.jdk.javaapi.CollectionConverters;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.camunda.feel.syntaxtree.ConstContext;
import org.camunda.feel.syntaxtree.ConstNumber;
import org.camunda.feel.syntaxtree.ConstString;
import org.camunda.feel.syntaxtree.EveryItem;
import org.camunda.feel.syntaxtree.Exp;
import org.camunda.feel.syntaxtree.Exponentiation;
import org.camunda.feel.syntaxtree.Filter;
import org.camunda.feel.syntaxtree.For;
import org.camunda.feel.syntaxtree.FunctionDefinition;
import org.camunda.feel.syntaxtree.FunctionInvocation;
import org.camunda.feel.syntaxtree.JavaFunctionInvocation;
import org.camunda.feel.syntaxtree.QualifiedFunctionInvocation;
import org.camunda.feel.syntaxtree.Ref;
import org.camunda.feel.syntaxtree.SomeItem;

/**
 * Bounds an expression on its parsed tree, since a running evaluation cannot be stopped: an estimate of the nodes it will visit when every
 * list it reads has as many rows as it may, only plain functions, no regular expression that could run wild, nothing that grows by itself.
 */
final class ExpressionCost {
    private static final int DEPTH = 60;
    private static final long COST = 60_000;
    private final Set<String> names = new HashSet<>();
    private final Set<String> mentions = new HashSet<>();
    private final String text;
    private final ListWeight weight;

    private ExpressionCost(String text, int rows) {
        this.text = text;
        this.weight = new ListWeight(text, rows);
    }

    /** @param rows the most rows a list may have that it reads */
    static ExpressionCost of(Exp tree, String text, int rows) {
        var bounds = new ExpressionCost(text, rows);
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
            return plus(cost(filter.list(), depth + 1, locals, inFilter), times(weight.of(filter.list()), each + 1));
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
            rounds = times(rounds, weight.of(iterator._2()));
            inner.add(iterator._1());
        }
        return plus(own, times(rounds, cost(body, depth + 1, inner, inFilter) + 1));
    }

    private long ofCall(FunctionInvocation call) {
        String name = call.function();
        if (Functions.takesPattern(name)) {
            requirePlainPattern(call);
        } else if (!Functions.mayBeCalled(name)) {
            throw new ExpressionRefused("FORM_FEEL_FUNCTION", name);
        }
        long elements = weight.sum(children(call.params()));
        return Functions.isSquared(name) ? times(elements, elements) : elements;
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
}
