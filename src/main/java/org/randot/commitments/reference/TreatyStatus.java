package org.randot.commitments.reference;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where one state stands towards one instrument.
 *
 * @param since day of ratification, accession or signature
 * @param reservation reservations and declarations, in words; empty for none
 * @param sourceUrl where it was looked up
 * @param version to be given back with a change; 0 = nobody entered anything yet
 * @param changedBy empty where it is not told, and before anybody entered anything
 * @param changedAt null before anybody entered anything
 */
public record TreatyStatus(
        String state,
        Instrument instrument,
        Standing status,
        @Nullable LocalDate since,
        String reservation,
        String sourceUrl,
        int version,
        String changedBy,
        @Nullable Instant changedAt) {
    static TreatyStatus unknown(String state, Instrument instrument) {
        return new TreatyStatus(state, instrument, Standing.UNKNOWN, null, "", "", 0, "", null);
    }

    /** The same for those whose business it is not who entered it. */
    public TreatyStatus withoutPerson() {
        return new TreatyStatus(state, instrument, status, since, reservation, sourceUrl, version, "", changedAt);
    }
}
