package org.randot.commitments.undertakings;

import org.randot.commitments.shared.Refusal;

/** Figures of a year are handed in from 1 January of the next one on (domain.md 3.6). */
public final class YearNotOver extends Refusal {
    private static final long serialVersionUID = 1L;

    public YearNotOver() {
        super(Kind.BROKEN_RULE, "undertakings.refusal.yearNotOver");
    }
}
