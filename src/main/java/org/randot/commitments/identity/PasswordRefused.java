package org.randot.commitments.identity;

import org.randot.commitments.shared.Refusal;

/** The new password is too short, too long, too common, or made of words that anybody would try first. */
public final class PasswordRefused extends Refusal {
    private static final long serialVersionUID = 1L;

    PasswordRefused(String why) {
        super(Kind.BROKEN_RULE, "identity.refusal.password." + why);
    }
}
