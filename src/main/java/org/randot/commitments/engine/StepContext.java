package org.randot.commitments.engine;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where in a process a {@link Step} or {@link Word} is called.
 *
 * @param undertaking business key
 * @param stage null outside a stage
 * @param year the year of the yearly part one stands in, also before its stage is entered; null elsewhere
 * @param element BPMN id of the current element; for a boundary timer, of the element it is attached to
 * @param properties {@code camunda:properties} of the current element
 * @param execution id of the engine's execution, opaque
 */
public record StepContext(
        String undertaking,
        @Nullable StageKey stage,
        @Nullable Integer year,
        String element,
        Map<String, String> properties,
        String execution) {
    public StepContext(
            String undertaking,
            @Nullable StageKey stage,
            String element,
            Map<String, String> properties,
            String execution) {
        this(undertaking, stage, stage == null ? null : stage.year(), element, properties, execution);
    }

    /** The stage. @throws IllegalStateException outside a stage */
    public StageKey requireStage() {
        StageKey here = stage;
        if (here == null) {
            throw new IllegalStateException(element + " is not inside a stage");
        }
        return here;
    }
}
