package org.randot.commitments.reminders;

import org.randot.commitments.shared.Refusal;

/** Rows of a {@link ReminderTable} that cannot hold; nothing was changed. */
public final class TableRefused extends Refusal {
    private static final long serialVersionUID = 1L;

    TableRefused(String why, Object... arguments) {
        super(Kind.BROKEN_RULE, "reminders.refusal.table." + why, arguments);
    }

    /** What was typed for a number of days is none. */
    public static TableRefused noNumber(String typed) {
        return new TableRefused("number", typed);
    }
}
