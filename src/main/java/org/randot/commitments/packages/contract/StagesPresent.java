package org.randot.commitments.packages.contract;

import java.util.Set;

/** A commitment has a stage. */
final class StagesPresent implements ModelRule {
    @Override
    public Set<String> codes() {
        return Set.of("CONTRACT_NO_STAGE");
    }

    @Override
    public void check(Model model, Findings findings) {
        Node process = model.process();
        if (!model.isShared() && model.stages().findAny().isEmpty()) {
            findings.error("CONTRACT_NO_STAGE", model, process, process.id());
        }
    }
}
