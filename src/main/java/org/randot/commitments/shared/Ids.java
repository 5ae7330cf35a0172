package org.randot.commitments.shared;

import java.security.SecureRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** UUID version 7 (RFC 9562): any number of nodes can make them without asking, and they grow with time, so that indexes grow at one end. */
public final class Ids {
    private static final SecureRandom RANDOM = new SecureRandom();
    /** Milliseconds × 4096 + a counter within the millisecond; only ever grows, also when the wall clock steps back. */
    private static final AtomicLong LAST = new AtomicLong();

    private Ids() {}

    public static UUID next() {
        long now = System.currentTimeMillis() << 12;
        long stamp = LAST.updateAndGet(last -> Math.max(last + 1, now));
        long high = (stamp >>> 12 << 16) | 0x7000L | (stamp & 0xFFF);
        long low = (RANDOM.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
