package org.randot.commitments.undertakings;

import org.randot.commitments.shared.Refusal;

/** While an undertaking is suspended nothing is handed in or decided; drafts can be kept. */
public final class UndertakingSuspended extends Refusal {
    private static final long serialVersionUID = 1L;

    public UndertakingSuspended() {
        super(Kind.CONFLICT, "undertakings.refusal.suspended");
    }
}
