package org.randot.commitments.undertakings;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * How far a launch has come.
 *
 * @param already how many ran before this launch
 * @param failures what went wrong, at most a hundred
 */
public record LaunchProgress(
        UUID id,
        String cycle,
        Instant requestedAt,
        long total,
        long started,
        long already,
        long failed,
        long waiting,
        List<Failure> failures) {

    /** An undertaking that could not be started; it is tried again by the next launch. */
    public record Failure(String undertaking, String problem) {}

    public boolean done() {
        return waiting == 0;
    }
}
