package org.randot.commitments.engine;

import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.core.variable.mapping.IoMapping;
import org.camunda.bpm.engine.impl.core.variable.scope.AbstractVariableScope;
import org.springframework.context.ApplicationEventPublisher;

/**
 * What happens when a token enters a stage: its variables are made, and the domain is told. As a mapping and not as a listener,
 * because the engine sets the timers of a scope between the two, and their dates need the stage to be known.
 */
final class StageEntry extends IoMapping {
    private final ApplicationEventPublisher events;

    StageEntry(ApplicationEventPublisher events) {
        this.events = events;
    }

    @Override
    public void executeInputParameters(AbstractVariableScope scope) {
        StepContext here = Whereabouts.of((VariableScope) scope);
        StageKey stage = here.requireStage();
        scope.setVariableLocal(Contract.STAGE, stage.toString());
        scope.setVariableLocal(Contract.REQUEST, Contract.SUBMISSION);
        // Kept here and not in the whole process, so that reviews of two stages do not meet in one row.
        scope.setVariableLocal(Contract.DECISION, null);
        scope.setVariableLocal(Contract.ACCEPTED, false);
        events.publishEvent(new EngineFact.StageEntered(here.undertaking(), stage));
    }
}
