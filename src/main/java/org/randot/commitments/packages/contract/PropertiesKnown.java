package org.randot.commitments.packages.contract;

import java.util.List;
import java.util.Set;

/** Process, stages, tasks and timers have no property that nothing reads: it is misspelt. */
final class PropertiesKnown implements ModelRule {
    @Override
    public Set<String> codes() {
        return Set.of("CONTRACT_PROPERTY_UNKNOWN");
    }

    @Override
    public void check(Model model, Findings findings) {
        model.process()
                .all()
                .forEach(node -> node.properties().keySet().stream()
                        .filter(name -> !known(node).contains(name) && !isNumbered(node, name))
                        .forEach(name -> findings.error("CONTRACT_PROPERTY_UNKNOWN", model, node, name)));
    }

    private static boolean isNumbered(Node node, String name) {
        return (node.isStage() && Contract.isCriterion(name))
                || (node.is("userTask") && !node.has("review") && Contract.isCondition(name));
    }

    private static List<String> known(Node node) {
        if (node.is("process")) {
            return Contract.PROCESS;
        }
        if (node.isStage()) {
            return Contract.STAGE;
        }
        if (node.is("userTask")) {
            return node.has("review") ? REVIEW_TASK : Contract.TASK;
        }
        return node.is("boundaryEvent") || node.is("serviceTask") ? Contract.TIMER : List.of();
    }

    private static final List<String> REVIEW_TASK = List.of("review", "reminderProfile", "escalation");
}
