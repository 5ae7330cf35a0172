package org.randot.commitments.packages.contract;

import java.util.Set;

/** Every coordinator task is for the coordinators of the state. */
final class TasksHaveCandidates implements ModelRule {
    @Override
    public Set<String> codes() {
        return Set.of("CONTRACT_TASK_CANDIDATES");
    }

    @Override
    public void check(Model model, Findings findings) {
        model.stages().flatMap(Node::tasks).forEach(task -> {
            if (!task.attribute("camunda:candidateGroups").equals(Contract.CANDIDATES)) {
                findings.error("CONTRACT_TASK_CANDIDATES", model, task, task.attribute("camunda:candidateGroups"));
            }
        });
    }
}
