package org.randot.commitments.packages.contract;

import java.util.Set;

/** A process names the code of its commitment. */
final class CommitmentNamed implements ModelRule {
    @Override
    public Set<String> codes() {
        return Set.of("CONTRACT_COMMITMENT");
    }

    @Override
    public void check(Model model, Findings findings) {
        Node process = model.process();
        if (!model.isShared()
                && !Contract.COMMITMENT_CODE
                        .matcher(process.property("commitment"))
                        .matches()) {
            findings.error("CONTRACT_COMMITMENT", model, process, process.property("commitment"));
        }
    }
}
