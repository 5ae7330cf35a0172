package org.randot.commitments.packages.contract;

import java.util.Set;

/** Every stage shows when its reminders begin. */
final class RemindersDrawn implements ModelRule {
    @Override
    public Set<String> codes() {
        return Set.of("CONTRACT_REMINDER_TIMER");
    }

    @Override
    public void check(Model model, Findings findings) {
        model.stages()
                .filter(stage -> stage.boundary.stream().noneMatch(RemindersDrawn::isIt))
                .forEach(stage -> findings.error("CONTRACT_REMINDER_TIMER", model, stage, stage.name()));
    }

    private static boolean isIt(Node boundary) {
        return boundary.attribute("cancelActivity").equals("false")
                && boundary.timer().filter(Contract.REMINDERS_OPEN::equals).isPresent()
                && boundary.outgoing.stream()
                        .anyMatch(flow -> flow.to()
                                .attribute("camunda:delegateExpression")
                                .equals(Contract.OPEN_REMINDERS));
    }
}
