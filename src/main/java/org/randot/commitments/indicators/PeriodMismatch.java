package org.randot.commitments.indicators;

import org.randot.commitments.shared.Refusal;

/** A figure of several years cannot stand in the row of one ({@code PERIOD_MISMATCH}). */
public final class PeriodMismatch extends Refusal {
    private static final long serialVersionUID = 1L;

    PeriodMismatch(int year) {
        super(Kind.BROKEN_RULE, "indicators.refusal.periodMismatch", String.valueOf(year));
    }
}
