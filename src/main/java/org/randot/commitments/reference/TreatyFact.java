package org.randot.commitments.reference;

import org.randot.commitments.shared.Fact;

/** A state stands otherwise towards an instrument than was known: what hangs on it is looked at anew (domain.md 3.7). */
public record TreatyFact(String iso3, Instrument instrument, Standing before, Standing now, String source)
        implements Fact {
    @Override
    public String subject() {
        return iso3 + "/" + instrument;
    }

    @Override
    public String state() {
        return iso3;
    }

    @Override
    public String act() {
        return "TREATY_STATUS_CHANGED";
    }
}
