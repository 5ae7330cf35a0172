package org.randot.commitments.packages.contract;

import java.util.Set;

/** Every coordinator task is due when its stage is. */
final class TasksHaveDueDates implements ModelRule {
    @Override
    public Set<String> codes() {
        return Set.of("CONTRACT_TASK_DUE");
    }

    @Override
    public void check(Model model, Findings findings) {
        model.stages().flatMap(Node::tasks).forEach(task -> {
            if (!task.attribute("camunda:dueDate").equals(Contract.TASK_DUE)) {
                findings.error("CONTRACT_TASK_DUE", model, task, task.attribute("camunda:dueDate"));
            }
        });
    }
}
