package org.randot.commitments.engine;

import java.time.Instant;
import java.util.Optional;

/** Work outside the engine that falls due at a time, for example the steps of an opened reminder ladder. {@link TimeTravel} stops at each such time and has it done. */
public interface DueWork {
    /** When the next work falls due after this instant. */
    Optional<Instant> nextAfter(Instant instant);

    /** Does all that is due by the clock, in transactions of its own. */
    void runDue();
}
