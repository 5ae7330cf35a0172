package org.randot.commitments.reference;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One line of the history of a state's treaties. */
public record TreatyStatusChange(
        Instrument instrument,
        Standing from,
        Standing to,
        @Nullable LocalDate since,
        String reservation,
        String sourceUrl,
        String changedBy,
        Instant changedAt) {}
