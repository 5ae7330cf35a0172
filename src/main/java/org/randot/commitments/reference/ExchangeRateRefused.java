package org.randot.commitments.reference;

import org.randot.commitments.shared.Refusal;

/** The exchange rate cannot be entered as asked. */
public final class ExchangeRateRefused extends Refusal {
    private static final long serialVersionUID = 1L;

    private final String field;

    private ExchangeRateRefused(Kind kind, String what, String field) {
        super(kind, "reference.refusal.rate." + what);
        this.field = field;
    }

    static ExchangeRateRefused because(String field) {
        return new ExchangeRateRefused(Kind.BROKEN_RULE, field, field);
    }

    /** Somebody else entered or changed it since it was shown. */
    static ExchangeRateRefused stale() {
        return new ExchangeRateRefused(Kind.CONFLICT, "stale", "");
    }

    /** Which entry is wrong; empty where none is. */
    public String field() {
        return field;
    }
}
