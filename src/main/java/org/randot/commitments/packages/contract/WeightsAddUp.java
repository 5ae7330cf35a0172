package org.randot.commitments.packages.contract;

import java.util.Set;

/** The weights of the stages add up to 100. */
final class WeightsAddUp implements ModelRule {
    @Override
    public Set<String> codes() {
        return Set.of("CONTRACT_WEIGHTS");
    }

    @Override
    public void check(Model model, Findings findings) {
        Node process = model.process();
        if (!model.isShared() && model.stages().findAny().isPresent() && sum(model) != Contract.FULL_WEIGHT) {
            findings.error("CONTRACT_WEIGHTS", model, process, String.valueOf(sum(model)));
        }
    }

    private static int sum(Model model) {
        return model.stages()
                .map(stage -> stage.property("weight"))
                .filter(weight -> weight.matches("[0-9]{1,3}"))
                .mapToInt(Integer::parseInt)
                .sum();
    }
}
