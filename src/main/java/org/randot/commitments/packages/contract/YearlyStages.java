package org.randot.commitments.packages.contract;

import java.util.Set;

/**
 * A stage due from the reporting year stands in a wrapper that repeats it for every year and waits for the year to open; a yearly
 * commitment waits for it before its first stage.
 */
final class YearlyStages implements ModelRule {
    @Override
    public Set<String> codes() {
        return Set.of("CONTRACT_YEARLY");
    }

    @Override
    public void check(Model model, Findings findings) {
        if (model.isShared()) {
            return;
        }
        boolean isYearlyCommitment = model.process().property("anchor").equals(Contract.YEAR);
        if (isYearlyCommitment && model.process().children.stream().noneMatch(YearlyStages::opensTheYear)) {
            findings.error(
                    "CONTRACT_YEARLY", model, model.process(), model.process().name());
        }
        model.stages().forEach(stage -> {
            Node parent = stage.parent;
            boolean isWrapped = parent != null && parent.isYearlyWrapper();
            boolean isYearly = stage.property("due").startsWith("Y") && !isYearlyCommitment;
            if (isWrapped != isYearly || (isWrapped && parent != null && !isComplete(parent))) {
                findings.error("CONTRACT_YEARLY", model, stage, stage.name());
            }
        });
    }

    private static boolean isComplete(Node wrapper) {
        return wrapper.stages().count() == 1
                && wrapper.children.stream().anyMatch(YearlyStages::waitsForTheYear)
                && wrapper.xml
                        .child(Xml.BPMN, "multiInstanceLoopCharacteristics")
                        .filter(loop -> !loop.attribute("isSequential").equals("true"))
                        .filter(loop -> loop.attribute("camunda:collection").equals(Contract.REPORTING_YEARS))
                        .filter(loop ->
                                loop.attribute("camunda:elementVariable").equals("year"))
                        .isPresent();
    }

    private static boolean waitsForTheYear(Node node) {
        return isTimerOfTheYear(node)
                && node.outgoing.stream().anyMatch(flow -> flow.to().isStage());
    }

    /** It comes first: only the launch lies before it. */
    private static boolean opensTheYear(Node node) {
        return isTimerOfTheYear(node)
                && node.incoming.stream().allMatch(flow -> flow.from().is("startEvent"));
    }

    private static boolean isTimerOfTheYear(Node node) {
        return node.is("intermediateCatchEvent")
                && node.timer()
                        .filter(date -> Contract.YEAR_OPENS.matcher(date).matches())
                        .isPresent();
    }
}
