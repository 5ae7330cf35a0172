package org.randot.commitments.undertakings;

import java.util.UUID;
import org.randot.commitments.shared.Fact;

/**
 * There is something to launch; the work is done after the commit, by the system.
 *
 * @param undertakings how many are asked for, also those that run already
 */
record LaunchRequested(UUID run, String cycle, int undertakings) implements Fact {
    @Override
    public String subject() {
        return cycle;
    }

    @Override
    public String state() {
        return "";
    }
}
