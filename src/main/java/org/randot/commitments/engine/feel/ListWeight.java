package org.randot.commitments.engine.feel;

import static org.randot.commitments.engine.feel.SyntaxTree.children;
import static org.randot.commitments.engine.feel.SyntaxTree.plus;
import static org.randot.commitments.engine.feel.SyntaxTree.times;

import camundajar.impl.scala.Tuple2;
import camundajar.impl.scala.jdk.javaapi.CollectionConverters;
import java.util.List;
import org.camunda.feel.syntaxtree.ConstList;
import org.camunda.feel.syntaxtree.ConstNumber;
import org.camunda.feel.syntaxtree.Exp;
import org.camunda.feel.syntaxtree.Filter;
import org.camunda.feel.syntaxtree.For;
import org.camunda.feel.syntaxtree.FunctionInvocation;
import org.camunda.feel.syntaxtree.If;
import org.camunda.feel.syntaxtree.IterationContext;
import org.camunda.feel.syntaxtree.PathExpression;
import org.camunda.feel.syntaxtree.Ref;

/** How many elements the lists of an expression may have, when every list it reads is as long as it may be. */
final class ListWeight {
    private static final int RANGE = 1_000;
    private static final long WEIGHT = 20_000;

    private final String text;
    private final int rows;

    /** @param rows the most rows a list may have that is read */
    ListWeight(String text, int rows) {
        this.text = text;
        this.rows = rows;
    }

    /** How many elements the list may have that this yields; 1 for what is no list. */
    long of(Object node) {
        if (node instanceof Ref) {
            return rows;
        }
        if (node instanceof PathExpression path) {
            return of(path.path());
        }
        if (node instanceof Filter filter) {
            return of(filter.list());
        }
        if (node instanceof IterationContext range) {
            return width(range);
        }
        if (node instanceof If choice) {
            return Math.max(of(choice.statement()), of(choice.elseStatement()));
        }
        if (node instanceof For loop) {
            long rounds = of(loop.exp());
            for (Tuple2<String, Exp> iterator : CollectionConverters.asJava(loop.iterators())) {
                rounds = times(rounds, of(iterator._2()));
            }
            return light(rounds);
        }
        if (node instanceof FunctionInvocation call) {
            return Functions.givesList(call.function()) ? sum(children(call.params())) : 1;
        }
        return node instanceof ConstList ? sum(children(node)) : 1;
    }

    long sum(List<Object> nodes) {
        long sum = 1;
        for (Object node : nodes) {
            sum = plus(sum, of(node));
        }
        return light(sum);
    }

    private long light(long weight) {
        if (weight > WEIGHT) {
            throw new ExpressionRefused("FORM_FEEL_TOO_LARGE", text);
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
}
