package org.randot.commitments.packages.contract;

import java.util.Set;

/** A process names the date of the cycle from which its own are counted. */
final class AnchorNamed implements ModelRule {
    @Override
    public Set<String> codes() {
        return Set.of("CONTRACT_ANCHOR");
    }

    @Override
    public void check(Model model, Findings findings) {
        Node process = model.process();
        if (!model.isShared()
                && !Contract.ANCHOR.matcher(process.property("anchor")).matches()) {
            findings.error("CONTRACT_ANCHOR", model, process, process.property("anchor"));
        }
    }
}
