package org.randot.commitments.undertakings;

import org.randot.commitments.shared.Fact;

/**
 * An administrator had a failed step of a process tried again.
 *
 * @param job its id in the engine
 * @param undertaking key; empty for a process without one
 * @param state ISO3, or empty
 */
public record StepTriedAgain(String job, String undertaking, String state) implements Fact {
    @Override
    public String subject() {
        return undertaking.isEmpty() ? job : undertaking;
    }
}
