package org.randot.commitments.packages.contract;

import java.util.Set;

/** A process says how long the engine keeps what has ended. */
final class HistoryLimited implements ModelRule {
    @Override
    public Set<String> codes() {
        return Set.of("CONTRACT_TIME_TO_LIVE");
    }

    @Override
    public void check(Model model, Findings findings) {
        Node process = model.process();
        if (!process.attribute("camunda:historyTimeToLive").matches("P[0-9]+D")) {
            findings.error("CONTRACT_TIME_TO_LIVE", model, process, process.attribute("camunda:historyTimeToLive"));
        }
    }
}
