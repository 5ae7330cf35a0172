package org.randot.commitments.shared;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The one clock of the product, in UTC. It follows the machine's time, shifted by an offset that only demonstrations and tests change. */
public final class MovableClock extends Clock {
    private volatile Duration offset = Duration.ZERO;

    @Override
    public Instant instant() {
        return Instant.now().plus(offset);
    }

    /** Shifts the clock so that it now shows this instant and goes on from there. */
    public void moveTo(Instant now) {
        offset = Duration.between(Instant.now(), now);
    }

    public void shiftBy(Duration newOffset) {
        offset = newOffset;
    }

    public Duration offset() {
        return offset;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("The product's clock is in UTC; convert the instant instead");
    }
}
