package org.randot.commitments.packages.contract;

import java.util.Set;

/** A file holds one process, and it can run. */
final class OneProcess implements ModelRule {
    @Override
    public Set<String> codes() {
        return Set.of("CONTRACT_ONE_PROCESS");
    }

    @Override
    public void check(Model model, Findings findings) {
        if (model.processes().size() != 1) {
            findings.error(
                    "CONTRACT_ONE_PROCESS",
                    model.file(),
                    "",
                    1,
                    String.valueOf(model.processes().size()));
        } else if (!model.process().attribute("isExecutable").equals("true")) {
            findings.error("CONTRACT_ONE_PROCESS", model, model.process(), "0");
        }
    }
}
