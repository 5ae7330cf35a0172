package org.randot.commitments.identity;

import org.randot.commitments.shared.Refusal;

/** Somebody else changed the person meanwhile. */
public final class StaleEdit extends Refusal {
    private static final long serialVersionUID = 1L;

    StaleEdit() {
        super(Kind.CONFLICT, "identity.refusal.staleEdit");
    }
}
