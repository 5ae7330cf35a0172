package org.randot.commitments.engine;

/**
 * A verb that models may use as {@code camunda:delegateExpression="${word}"}; the word is the bean's name (the class name in lower
 * camel case). A step makes one call on its module's API. Modules contribute steps as beans; expressions see nothing else.
 */
@FunctionalInterface
public interface Step {
    void perform(StepContext step);
}
