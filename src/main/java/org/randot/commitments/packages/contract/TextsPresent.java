package org.randot.commitments.packages.contract;

import java.util.Set;

/** A commitment tells its paragraph, and every task what is asked and why. */
final class TextsPresent implements ModelRule {
    @Override
    public Set<String> codes() {
        return Set.of("CONTRACT_DOCUMENTATION_MISSING");
    }

    @Override
    public void check(Model model, Findings findings) {
        model.process()
                .all()
                .filter(node -> node.is("process") || node.is("userTask"))
                .filter(node -> node.documentation().isEmpty())
                .forEach(node -> findings.error("CONTRACT_DOCUMENTATION_MISSING", model, node, node.name()));
    }
}
