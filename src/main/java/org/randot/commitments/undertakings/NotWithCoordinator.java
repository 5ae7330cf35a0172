package org.randot.commitments.undertakings;

import org.randot.commitments.shared.Refusal;

/** The task is not with the coordinator now: it is handed in, settled or not open yet. */
public final class NotWithCoordinator extends Refusal {
    private static final long serialVersionUID = 1L;

    public NotWithCoordinator() {
        super(Kind.CONFLICT, "undertakings.refusal.notWithCoordinator");
    }
}
