package org.randot.commitments.engine;

import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.randot.commitments.shared.Refusal;

/** Lets the engine perform a {@link Step}. A refusal takes the diagram's error route under its key. */
record StepDelegate(Step step) implements JavaDelegate {
    @Override
    public void execute(DelegateExecution execution) {
        try {
            step.perform(Whereabouts.of(execution));
        } catch (Refusal refusal) {
            throw new BpmnError(refusal.key(), refusal);
        }
    }
}
