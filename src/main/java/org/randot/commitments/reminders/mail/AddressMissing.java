package org.randot.commitments.reminders.mail;

import org.randot.commitments.shared.Refusal;

/** A mail cannot be sent again to a person who still has no address. */
public final class AddressMissing extends Refusal {
    private static final long serialVersionUID = 1L;

    AddressMissing() {
        super(Kind.BROKEN_RULE, "reminders.refusal.addressMissing");
    }
}
