package org.randot.commitments.packages.contract;

import java.util.Set;

/** Every coordinator task says which evidence it wants, if any. */
final class TasksHaveEvidence implements ModelRule {
    @Override
    public Set<String> codes() {
        return Set.of("CONTRACT_TASK_EVIDENCE");
    }

    @Override
    public void check(Model model, Findings findings) {
        model.stages().flatMap(Node::tasks).forEach(task -> {
            if (!task.has("evidence") || !isReadable(task.property("evidence"))) {
                findings.error("CONTRACT_TASK_EVIDENCE", model, task, task.property("evidence"));
            }
        });
    }

    static boolean isReadable(String text) {
        try {
            Contract.evidence(text);
            return true;
        } catch (IllegalArgumentException wrong) {
            return false;
        }
    }
}
