package org.randot.commitments.reference;

import org.randot.commitments.shared.Refusal;

/** A date of the calendar cannot be set as asked. */
public final class CalendarRefused extends Refusal {
    private static final long serialVersionUID = 1L;

    CalendarRefused(String rule, Object... arguments) {
        super(Kind.BROKEN_RULE, "reference.refusal." + rule, arguments);
    }
}
