package org.randot.commitments.reference;

/** A treaty or mechanism towards which a state stands in one way or another (domain.md 2.3). */
public enum Instrument {
    UNTOC,
    TIP,
    SOM,
    FIREARMS,
    UNCAC,
    IACAC,
    MESICIC,
    OECD_ABC,
    CIFTA,
    OAS_MLA,
    OAS_MLA_PROTOCOL
}
