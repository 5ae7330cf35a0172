package org.randot.commitments.undertakings;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One state's work on one commitment, on the version of the package it was launched with. {@code cancelled}: the state left the exercise, its data stays. */
record Undertaking(
        UUID id,
        UndertakingKey key,
        int packageVersion,
        Instant launchedAt,
        boolean ended,
        @Nullable LocalDate suspendedOn,
        boolean cancelled) {
    boolean suspended() {
        return suspendedOn != null;
    }
}
