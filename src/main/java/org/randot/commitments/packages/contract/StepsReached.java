package org.randot.commitments.packages.contract;

import java.util.HashSet;
import java.util.Set;

/** Every step can be reached from the start. */
final class StepsReached implements ModelRule {
    @Override
    public Set<String> codes() {
        return Set.of("CONTRACT_NOT_REACHED");
    }

    @Override
    public void check(Model model, Findings findings) {
        model.process().all().filter(scope -> !scope.children.isEmpty()).forEach(scope -> {
            Set<Node> reached = new HashSet<>();
            scope.children.stream().filter(node -> node.is("startEvent")).forEach(start -> {
                reached.add(start);
                reached.addAll(start.following());
            });
            scope.children.stream()
                    .filter(node -> !reached.contains(node))
                    .forEach(node -> findings.error("CONTRACT_NOT_REACHED", model, node, node.name()));
        });
    }
}
