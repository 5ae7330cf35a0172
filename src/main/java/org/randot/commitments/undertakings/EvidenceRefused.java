package org.randot.commitments.undertakings;

import org.randot.commitments.shared.Refusal;

/** What is said of a document cannot be as asked. */
public final class EvidenceRefused extends Refusal {
    private static final long serialVersionUID = 1L;

    private EvidenceRefused(Kind kind, String what, Object... arguments) {
        super(kind, "undertakings.refusal." + what, arguments);
    }

    /** To be public it has to be classified as public. */
    static EvidenceRefused notPublic() {
        return new EvidenceRefused(Kind.BROKEN_RULE, "evidenceNotPublic");
    }

    /** What was handed in stays as it was; only who may see it is the state's to change. */
    static EvidenceRefused handedIn() {
        return new EvidenceRefused(Kind.CONFLICT, "evidenceHandedIn");
    }
}
