package org.randot.commitments.packages.contract;

import java.util.Set;

/** Every stage shows when it is escalated. */
final class EscalationDrawn implements ModelRule {
    @Override
    public Set<String> codes() {
        return Set.of("CONTRACT_ESCALATION_TIMER");
    }

    @Override
    public void check(Model model, Findings findings) {
        model.stages()
                .filter(stage -> stage.boundary.stream().noneMatch(EscalationDrawn::isIt))
                .forEach(stage -> findings.error("CONTRACT_ESCALATION_TIMER", model, stage, stage.name()));
    }

    private static boolean isIt(Node boundary) {
        return boundary.attribute("cancelActivity").equals("false")
                && boundary.timer().filter(Contract.REMINDERS_ESCALATE::equals).isPresent()
                && boundary.outgoing.stream()
                        .anyMatch(flow -> flow.to()
                                .attribute("camunda:delegateExpression")
                                .equals(Contract.OPEN_ESCALATION));
    }
}
