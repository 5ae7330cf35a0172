package org.randot.commitments.reference;

/** Where a state stands towards an instrument (domain.md 2.3). Never guessed: what nobody looked up is UNKNOWN. */
public enum Standing {
    PARTY,
    SIGNATORY,
    NONE,
    UNKNOWN;

    /** UNKNOWN counts as party, with a hint to confirm it. */
    public boolean isNotParty() {
        return this == SIGNATORY || this == NONE;
    }
}
