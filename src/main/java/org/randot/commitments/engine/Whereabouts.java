package org.randot.commitments.engine;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.core.model.PropertyKey;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.PvmTransition;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.jspecify.annotations.Nullable;

/** Tells where an execution stands, in the words of the model. */
final class Whereabouts {
    /** The {@code camunda:properties} of an element, kept with the parsed element. */
    static final PropertyKey<Map<String, String>> PROPERTIES = new PropertyKey<>("randot");

    private Whereabouts() {}

    /** @throws IllegalStateException where there is no execution, as in a start form or a timer start event */
    static StepContext of(VariableScope scope) {
        if (scope instanceof TaskEntity task) {
            return of(task.getExecution());
        }
        if (scope instanceof ExecutionEntity execution) {
            return of(execution);
        }
        throw new IllegalStateException("Not within a running process");
    }

    private static StepContext of(ExecutionEntity execution) {
        String undertaking = execution.getProcessBusinessKey();
        if (undertaking == null) {
            throw new IllegalStateException("A process without business key: " + execution.getProcessDefinitionId());
        }
        ActivityImpl activity = execution.getActivity();
        Integer year = year(execution);
        return new StepContext(
                undertaking,
                stage(execution, activity, year),
                year,
                activity == null ? "" : activity.getId(),
                activity == null ? Map.of() : properties(activity),
                execution.getId());
    }

    static Map<String, String> properties(ScopeImpl element) {
        Map<String, String> properties = element.getProperties().get(PROPERTIES);
        return properties == null ? Map.of() : properties;
    }

    private static @Nullable StageKey stage(
            ExecutionEntity execution, @Nullable ActivityImpl activity, @Nullable Integer year) {
        String code = activity == null ? null : stageOf(activity);
        if (code != null) {
            return new StageKey(code, year);
        }
        return execution.getVariable(Contract.STAGE) instanceof String key ? StageKey.parse(key) : null;
    }

    private static @Nullable Integer year(ExecutionEntity execution) {
        return execution.getVariable(Contract.YEAR) instanceof Number year ? (Integer) year.intValue() : null;
    }

    /**
     * The stage around an element, or the stage whose boundary event led to it: what a boundary event starts stands beside the
     * stage in the engine's eyes, and belongs to it in the reader's.
     */
    private static @Nullable String stageOf(ActivityImpl start) {
        Set<ActivityImpl> seen = new HashSet<>();
        Deque<ActivityImpl> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            ActivityImpl activity = open.remove();
            String stage = enclosingStage(activity);
            if (stage == null && activity.getEventScope() instanceof ActivityImpl attachedTo) {
                stage = enclosingStage(attachedTo);
            }
            if (stage != null) {
                return stage;
            }
            for (PvmTransition incoming : activity.getIncomingTransitions()) {
                if (incoming.getSource() instanceof ActivityImpl source && !isStage(source) && seen.add(source)) {
                    open.add(source);
                }
            }
        }
        return null;
    }

    private static @Nullable String enclosingStage(ActivityImpl activity) {
        for (ScopeImpl scope = activity; scope instanceof ActivityImpl; scope = scope.getFlowScope()) {
            String code = properties(scope).get(Contract.STAGE);
            if (code != null) {
                return code;
            }
        }
        return null;
    }

    private static boolean isStage(ActivityImpl activity) {
        return properties(activity).containsKey(Contract.STAGE);
    }
}
