package org.randot.commitments.undertakings;

import java.util.Arrays;
import java.util.Optional;

/** Kinds of evidence (domain.md 3.6); {@link #code()} is the name in packages and in the REST contract. */
public enum EvidenceKind {
    LAW,
    DEC,
    SOP,
    MOU,
    STA,
    TRN,
    BUD,
    PLA,
    RPT,
    LTR,
    ORG,
    JUD,
    WEB;

    public String code() {
        return "EV-" + name();
    }

    public static Optional<EvidenceKind> of(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }
}
