package org.randot.commitments.packages.contract;

import java.util.Set;

/** Every path reaches an end. */
final class PathsEnd implements ModelRule {
    @Override
    public Set<String> codes() {
        return Set.of("CONTRACT_DEAD_END");
    }

    @Override
    public void check(Model model, Findings findings) {
        model.steps()
                .filter(node -> !node.is("endEvent"))
                .filter(node -> node.ahead().stream().noneMatch(next -> next.is("endEvent")))
                .forEach(node -> findings.error("CONTRACT_DEAD_END", model, node, node.name()));
    }
}
