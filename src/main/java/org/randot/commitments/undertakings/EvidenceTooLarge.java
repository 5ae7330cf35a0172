package org.randot.commitments.undertakings;

import org.randot.commitments.shared.Refusal;

/** The file is larger than 25 MB. */
public final class EvidenceTooLarge extends Refusal {
    private static final long serialVersionUID = 1L;

    public EvidenceTooLarge() {
        super(Kind.TOO_LARGE, "undertakings.refusal.evidenceTooLarge");
    }
}
