package org.randot.commitments.undertakings;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One state's work on one commitment, on the version of the package it was launched with.
 *
 * @param cancelled the state left the exercise, its data stays
 * @param notParty it does not apply now; null = it does
 * @param takesPart the state declared that it takes part although it is not party
 */
record Undertaking(
        UUID id,
        UndertakingKey key,
        int packageVersion,
        Instant launchedAt,
        boolean ended,
        @Nullable LocalDate suspendedOn,
        boolean cancelled,
        @Nullable NotParty notParty,
        boolean takesPart) {
    static Undertaking launched(UUID id, UndertakingKey key, int packageVersion, Instant now) {
        return new Undertaking(id, key, packageVersion, now, false, null, false, null, false);
    }

    boolean suspended() {
        return suspendedOn != null;
    }

    boolean applies() {
        return notParty == null;
    }

    /** Nothing is due, handed in or decided. */
    boolean standsStill() {
        return suspended() || !applies();
    }

    /** @throws org.randot.commitments.shared.Refusal while it stands still */
    void requireRunning() {
        if (!applies()) {
            throw new DoesNotApply();
        }
        if (suspended()) {
            throw new UndertakingSuspended();
        }
    }
}
