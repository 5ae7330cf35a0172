package org.randot.commitments.undertakings;

import org.randot.commitments.shared.Refusal;

/** A file that we do not take, with the reason (security.md 5). */
public final class EvidenceUnsupported extends Refusal {
    private static final long serialVersionUID = 1L;

    /** Why; the constant's name is the end of the message key. */
    public enum Reason {
        EMPTY,
        TYPE,
        CONTENT,
        MACROS,
        EMBEDDED,
        EXTERNAL,
        SCRIPT,
        ENCRYPTED,
        ARCHIVE,
        TOO_BIG_INSIDE
    }

    private final Reason reason;

    public EvidenceUnsupported(Reason reason) {
        super(Kind.UNSUPPORTED, "undertakings.refusal.evidence." + reason);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
