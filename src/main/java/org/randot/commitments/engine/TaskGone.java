package org.randot.commitments.engine;

import org.randot.commitments.shared.Refusal;

/** The engine's task no longer waits: somebody was faster. */
public final class TaskGone extends Refusal {
    private static final long serialVersionUID = 1L;

    public TaskGone() {
        super(Kind.CONFLICT, "engine.taskGone");
    }
}
