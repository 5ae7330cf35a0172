package org.randot.commitments.packages.contract;

import java.util.Set;

/** Coordinator tasks stand in stages, and every stage has one. */
final class TasksInStages implements ModelRule {
    @Override
    public Set<String> codes() {
        return Set.of("CONTRACT_TASK_OUTSIDE", "CONTRACT_NO_TASK");
    }

    @Override
    public void check(Model model, Findings findings) {
        if (model.isShared()) {
            return;
        }
        model.steps().filter(node -> node.is("userTask")).forEach(task -> {
            Node parent = task.parent;
            if (parent == null || !parent.isStage()) {
                findings.error("CONTRACT_TASK_OUTSIDE", model, task, task.name());
            }
        });
        model.stages()
                .filter(stage -> stage.tasks().findAny().isEmpty())
                .forEach(stage -> findings.error("CONTRACT_NO_TASK", model, stage, stage.name()));
    }
}
