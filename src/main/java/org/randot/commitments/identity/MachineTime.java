package org.randot.commitments.identity;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.randot.commitments.shared.MovableClock;
import org.springframework.stereotype.Component;

/**
 * Time by which sessions, tokens and delays run out: the machine's, not the product's movable clock, so that a demonstration that moves
 * a year ahead does not sign everybody out.
 */
@Component
public class MachineTime {
    private final MovableClock clock;
    private final AtomicReference<Duration> shift = new AtomicReference<>(Duration.ZERO);

    MachineTime(MovableClock clock) {
        this.clock = clock;
    }

    public Instant now() {
        return clock.instant().minus(clock.offset()).plus(shift.get()).truncatedTo(ChronoUnit.MICROS);
    }

    /** For tests: lets this much time pass. */
    void pass(Duration time) {
        shift.updateAndGet(before -> before.plus(time));
    }

    void reset() {
        shift.set(Duration.ZERO);
    }
}
