package org.randot.commitments.reference;

import org.randot.commitments.shared.Refusal;

/** The participation of a state cannot be changed as asked. */
public final class ParticipationRefused extends Refusal {
    private static final long serialVersionUID = 1L;

    ParticipationRefused(String what) {
        super(Kind.BROKEN_RULE, "reference.refusal." + what);
    }
}
