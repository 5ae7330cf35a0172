package org.randot.commitments.packages.contract;

import java.util.Set;

/** The due date of a stage is an expression such as {@code M-P540D} (domain.md 3.2). */
final class DueReadable implements ModelRule {
    @Override
    public Set<String> codes() {
        return Set.of("CONTRACT_DUE");
    }

    @Override
    public void check(Model model, Findings findings) {
        model.stages()
                .filter(stage -> !stage.property("due").isEmpty())
                .filter(stage -> !Contract.DUE.matcher(stage.property("due")).matches())
                .forEach(stage -> findings.error("CONTRACT_DUE", model, stage, stage.property("due")));
    }
}
