package org.randot.commitments.engine;

import java.time.Instant;
import org.springframework.stereotype.Component;

/** Moves the shared clock forward and runs every job that became due, in the order of their dates, each at its own time. Demonstrations and tests only. */
@Component
public class TimeTravel {
    /** @throws IllegalArgumentException when {@code now} lies before the clock */
    public void to(Instant now) {
        throw new UnsupportedOperationException();
    }

    /** Runs asynchronous steps that are due now, on this thread. */
    public void runDueJobs() {
        throw new UnsupportedOperationException();
    }
}
