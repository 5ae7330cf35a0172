package org.randot.commitments.engine;

import org.randot.commitments.shared.Refusal;

/** The demonstration's clock was asked to go back. */
public final class TimeMovesForward extends Refusal {
    private static final long serialVersionUID = 1L;

    public TimeMovesForward() {
        super(Kind.BROKEN_RULE, "engine.refusal.timeMovesForward");
    }
}
