package org.randot.commitments.packages.contract;

import java.util.Set;

/** After the review a question has two ways: accepted leads on, the default leads back to a task of the stage. */
final class ReturnWays implements ModelRule {
    @Override
    public Set<String> codes() {
        return Set.of("CONTRACT_RETURN_WAY");
    }

    @Override
    public void check(Model model, Findings findings) {
        model.stages()
                .forEach(stage -> stage.children.stream()
                        .filter(Node::callsReview)
                        .filter(call -> !hasBothWays(call))
                        .forEach(call -> findings.error("CONTRACT_RETURN_WAY", model, call, stage.name())));
    }

    private static boolean hasBothWays(Node call) {
        if (call.outgoing.size() != 1) {
            return false;
        }
        Node question = call.outgoing.get(0).to();
        return question.is("exclusiveGateway")
                && question.outgoing.size() == 2
                && question.outgoing.stream().anyMatch(ReturnWays::accepted)
                && question.outgoing.stream().anyMatch(ReturnWays::returned);
    }

    private static boolean accepted(Node.Flow way) {
        return !way.isDefault()
                && way.condition().equals(Contract.ACCEPTED)
                && (way.to().is("endEvent") || way.to().following().stream().anyMatch(node -> node.is("endEvent")));
    }

    private static boolean returned(Node.Flow way) {
        return way.isDefault()
                && (way.to().is("userTask")
                        || way.to().outgoing.stream().anyMatch(next -> next.to().is("userTask")));
    }
}
