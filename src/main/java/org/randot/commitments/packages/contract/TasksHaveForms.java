package org.randot.commitments.packages.contract;

import java.util.Set;

/** Every coordinator task has a form of its own package. */
final class TasksHaveForms implements ModelRule {
    @Override
    public Set<String> codes() {
        return Set.of("CONTRACT_TASK_FORM");
    }

    @Override
    public void check(Model model, Findings findings) {
        model.stages().flatMap(Node::tasks).forEach(task -> {
            if (task.attribute("camunda:formRef").isEmpty()
                    || !task.attribute("camunda:formRefBinding").equals("deployment")) {
                findings.error("CONTRACT_TASK_FORM", model, task, task.name());
            }
        });
    }
}
