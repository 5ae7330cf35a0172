package org.randot.commitments.engine.sandbox;

import java.util.Set;

/** The names that models may use. */
public interface PublishedNames {
    /** Names for {@code camunda:delegateExpression="${name}"}. */
    Set<String> steps();

    /** Names for expressions. */
    Set<String> words();

    /** Whether an expression may call this method of a word with so many arguments. */
    boolean isCallable(String word, String method, int arguments);
}
