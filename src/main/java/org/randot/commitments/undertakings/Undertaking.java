package org.randot.commitments.undertakings;

import java.time.Instant;
import java.util.UUID;

/** One state's work on one commitment, on the version of the package it was launched with. */
record Undertaking(
        UUID id, UndertakingKey key, int packageVersion, Instant launchedAt, boolean ended, boolean suspended) {}
