package org.randot.commitments.packages.contract;

import java.util.HashSet;
import java.util.Set;

/** A code stands for one stage, one milestone, one task of its stage. */
final class CodesUnique implements ModelRule {
    @Override
    public Set<String> codes() {
        return Set.of("CONTRACT_CODE_TWICE");
    }

    @Override
    public void check(Model model, Findings findings) {
        Set<String> seen = new HashSet<>();
        model.stages().forEach(stage -> {
            once(model, stage, stage.property("stage"), seen, findings);
            once(model, stage, stage.property("milestone"), seen, findings);
            stage.tasks()
                    .filter(task -> task.has("task"))
                    .forEach(task ->
                            once(model, task, stage.property("stage") + "." + task.property("task"), seen, findings));
        });
    }

    private static void once(Model model, Node node, String code, Set<String> seen, Findings findings) {
        if (!code.isEmpty() && !seen.add(code)) {
            findings.error("CONTRACT_CODE_TWICE", model, node, code);
        }
    }
}
