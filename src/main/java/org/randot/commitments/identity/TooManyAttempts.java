package org.randot.commitments.identity;

import org.randot.commitments.shared.Refusal;

/** Too many failed sign-ins for this account or from this address; argument: the seconds to wait. */
public final class TooManyAttempts extends Refusal {
    private static final long serialVersionUID = 1L;
    private final long seconds;

    TooManyAttempts(long seconds) {
        super(Kind.TOO_OFTEN, "identity.refusal.tooManyAttempts", seconds);
        this.seconds = seconds;
    }

    public long seconds() {
        return seconds;
    }
}
