package org.randot.commitments.packages.contract;

import java.util.List;
import java.util.Set;

/** Process, stages and tasks have their properties. */
final class PropertiesPresent implements ModelRule {
    @Override
    public Set<String> codes() {
        return Set.of("CONTRACT_PROPERTY_MISSING");
    }

    @Override
    public void check(Model model, Findings findings) {
        if (model.isShared()) {
            return;
        }
        require(model, model.process(), List.of("instruments"), findings);
        model.stages().forEach(stage -> {
            require(model, stage, Contract.STAGE, findings);
            stage.tasks().forEach(task -> require(model, task, List.of("task", "who"), findings));
        });
    }

    private static void require(Model model, Node node, List<String> names, Findings findings) {
        names.stream()
                .filter(name -> !Contract.OPTIONAL.contains(name))
                .filter(name -> node.property(name).isEmpty())
                .forEach(name -> findings.error("CONTRACT_PROPERTY_MISSING", model, node, name));
    }
}
