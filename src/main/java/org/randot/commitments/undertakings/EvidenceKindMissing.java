package org.randot.commitments.undertakings;

import org.randot.commitments.shared.Refusal;

/** A document needs one of the kinds of domain.md 3.6. */
public final class EvidenceKindMissing extends Refusal {
    private static final long serialVersionUID = 1L;

    public EvidenceKindMissing() {
        super(Kind.BROKEN_RULE, "undertakings.refusal.evidenceKindMissing");
    }
}
