package org.randot.commitments.reference;

import org.randot.commitments.shared.Refusal;

/** The treaty status cannot be changed as asked. */
public final class TreatyRefused extends Refusal {
    private static final long serialVersionUID = 1L;

    private final String field;

    private TreatyRefused(Kind kind, String what, String field) {
        super(kind, "reference.refusal.treaty." + what);
        this.field = field;
    }

    static TreatyRefused because(String what, String field) {
        return new TreatyRefused(Kind.BROKEN_RULE, what, field);
    }

    /** Somebody else changed it since it was shown. */
    static TreatyRefused stale() {
        return new TreatyRefused(Kind.CONFLICT, "stale", "");
    }

    /** Which entry is wrong; empty where none is. */
    public String field() {
        return field;
    }
}
