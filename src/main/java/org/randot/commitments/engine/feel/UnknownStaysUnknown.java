package org.randot.commitments.engine.feel;

import camundajar.impl.scala.Product;
import camundajar.impl.scala.Tuple2;
import camundajar.impl.scala.collection.immutable.List;
import camundajar.impl.scala.jdk.javaapi.CollectionConverters;
import java.util.ArrayList;
import org.camunda.feel.syntaxtree.ConstNull$;
import org.camunda.feel.syntaxtree.Disjunction;
import org.camunda.feel.syntaxtree.Equal;
import org.camunda.feel.syntaxtree.Exp;
import org.camunda.feel.syntaxtree.Filter;
import org.camunda.feel.syntaxtree.If;
import org.camunda.feel.syntaxtree.NamedFunctionParameters;

/**
 * FEEL says {@code 5 = null} is false and takes the else of {@code if null}; a rule must stay silent instead while a value is missing or
 * a no-data code. Rewrites a rule's tree so. A comparison with the literal {@code null} and what stands in filters stay as they are.
 */
final class UnknownStaysUnknown {
    private static final Exp NULL = ConstNull$.MODULE$;

    private UnknownStaysUnknown() {}

    static Object in(Object node) {
        if (node instanceof NamedFunctionParameters) {
            return node;
        }
        if (node instanceof Filter filter) {
            return new Filter((Exp) in(filter.list()), filter.filter());
        }
        if (node instanceof Equal equal && !isNull(equal.x()) && !isNull(equal.y())) {
            Exp x = (Exp) in(equal.x());
            Exp y = (Exp) in(equal.y());
            return new If(new Disjunction(unknown(x), unknown(y)), NULL, new Equal(x, y));
        }
        if (node instanceof If choice) {
            Exp condition = (Exp) in(choice.condition());
            Exp then = (Exp) in(choice.statement());
            return new If(unknown(condition), NULL, new If(condition, then, (Exp) in(choice.elseStatement())));
        }
        if (node instanceof List<?> list) {
            var changed = new ArrayList<Object>();
            CollectionConverters.asJava(list).forEach(each -> changed.add(in(each)));
            return CollectionConverters.asScala(changed).toList();
        }
        if (node instanceof Tuple2<?, ?> pair) {
            return new Tuple2<>(pair._1(), in(pair._2()));
        }
        return node instanceof Product product && product.productArity() > 0 ? rebuilt(product) : node;
    }

    private static Exp unknown(Exp exp) {
        return new Equal(exp, NULL);
    }

    private static boolean isNull(Exp exp) {
        return exp.equals(NULL);
    }

    /** Each node of the tree is a case class: its one public constructor takes its elements in their order. */
    private static Object rebuilt(Product node) {
        Object[] elements = new Object[node.productArity()];
        boolean changed = false;
        for (int i = 0; i < elements.length; i++) {
            Object element = node.productElement(i);
            elements[i] = in(element);
            changed |= elements[i] != element;
        }
        if (!changed || !node.getClass().getName().startsWith("org.camunda.feel.syntaxtree.")) {
            return node;
        }
        try {
            return node.getClass().getConstructors()[0].newInstance(elements);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
