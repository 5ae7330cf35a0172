package org.randot.commitments.engine.feel;

import camundajar.impl.scala.Product;
import camundajar.impl.scala.collection.Iterable;
import camundajar.impl.scala.jdk.javaapi.CollectionConverters;
import java.util.ArrayList;
import java.util.List;

/** The parsed tree of an expression, read as Java, and arithmetic that does not overflow over it. */
final class SyntaxTree {
    private SyntaxTree() {}

    /** The nodes right below this one, in their order. */
    static List<Object> children(Object node) {
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

    static long plus(long a, long b) {
        return Math.min(Integer.MAX_VALUE, a + b);
    }

    static long times(long a, long b) {
        return Math.min(Integer.MAX_VALUE, a * b);
    }
}
