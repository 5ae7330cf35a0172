package org.randot.commitments.engine;

import java.util.Map;
import java.util.Set;
import org.randot.commitments.shared.ModuleApi;

/** Running processes, in the words of the domain. Every call names the business key; none reads the engine's history. */
@ModuleApi
public class Processes {
    /**
     * Starts the newest version of a process.
     *
     * @param state ISO3, becomes the engine's tenant id
     * @throws IllegalStateException when the business key already runs
     */
    public void start(String processKey, String undertaking, String state) {
        throw new UnsupportedOperationException();
    }

    /**
     * Completes a waiting task with decisions only: strings up to 100 characters, booleans and whole numbers.
     *
     * @throws TaskGone when it no longer waits
     */
    public void complete(String engineTask, Map<String, Object> decisions) {
        throw new UnsupportedOperationException();
    }

    /** Takes a submission back: interrupts the milestone review of the stage, whose tasks wait again. */
    public void recall(String undertaking, StageKey stage) {
        throw new UnsupportedOperationException();
    }

    /** Ids of the BPMN elements where the undertaking waits now ("you are here"). */
    public Set<String> position(String undertaking) {
        throw new UnsupportedOperationException();
    }
}
