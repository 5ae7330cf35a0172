package org.randot.commitments.identity;

import org.randot.commitments.shared.Refusal;

/** This combination of roles, state or person cannot be. */
public final class RightsRefused extends Refusal {
    private static final long serialVersionUID = 1L;

    RightsRefused(String why, Object... arguments) {
        super(Kind.BROKEN_RULE, "identity.refusal." + why, arguments);
    }
}
