package org.randot.commitments.reference;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What somebody found in a treaty register.
 *
 * @param version that the person saw
 */
public record ChangeTreatyStatus(
        String state,
        Instrument instrument,
        Standing status,
        @Nullable LocalDate since,
        String reservation,
        String sourceUrl,
        int version) {}
