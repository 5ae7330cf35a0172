package org.randot.commitments.packages.contract;

import java.util.Set;

/** A process says how strongly the recommendations word it. */
final class StrengthNamed implements ModelRule {
    @Override
    public Set<String> codes() {
        return Set.of("CONTRACT_STRENGTH");
    }

    @Override
    public void check(Model model, Findings findings) {
        Node process = model.process();
        if (!model.isShared() && !Contract.STRENGTHS.contains(process.property("strength"))) {
            findings.error("CONTRACT_STRENGTH", model, process, process.property("strength"));
        }
    }
}
