package org.randot.commitments.undertakings;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One state's work on one commitment, on the version of the package it was launched with.
 *
 * @param cancelledAt when the state or its reporting year left the exercise: its data stays; null = it did not
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
        @Nullable Instant cancelledAt,
        @Nullable NotParty notParty,
        boolean takesPart) {
    static Undertaking launched(UUID id, UndertakingKey key, int packageVersion, Instant now) {
        return new Undertaking(id, key, packageVersion, now, false, null, null, null, false);
    }

    boolean cancelled() {
        return cancelledAt != null;
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
