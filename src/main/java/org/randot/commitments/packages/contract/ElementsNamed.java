package org.randot.commitments.packages.contract;

import java.util.Set;

/** Everything that is drawn has a name, and every way out of a question its answer. */
final class ElementsNamed implements ModelRule {
    @Override
    public Set<String> codes() {
        return Set.of("CONTRACT_NAME_MISSING");
    }

    @Override
    public void check(Model model, Findings findings) {
        model.process()
                .all()
                .filter(node -> node.name().isEmpty() && !mayGoWithout(node))
                .forEach(node -> findings.error("CONTRACT_NAME_MISSING", model, node, node.kind()));
        model.flows()
                .filter(flow -> flow.from().isQuestion() && flow.name().isBlank())
                .forEach(flow -> findings.error(
                        "CONTRACT_NAME_MISSING",
                        model.file(),
                        flow.id(),
                        flow.xml().line(),
                        "sequenceFlow"));
    }

    private static boolean mayGoWithout(Node node) {
        return node.is("parallelGateway") || (node.is("exclusiveGateway") && !node.isQuestion());
    }
}
