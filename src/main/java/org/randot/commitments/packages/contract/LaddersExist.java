package org.randot.commitments.packages.contract;

import java.util.Set;
import org.randot.commitments.packages.PackageFiles;

/** The reminder profile and the escalation ladder of a stage stand in the shared tables. */
final class LaddersExist implements PackageRule {
    @Override
    public Set<String> codes() {
        return Set.of("CONTRACT_PROFILE", "CONTRACT_LADDER");
    }

    @Override
    public void check(PackageFiles files, PackageFiles shared, Findings findings) {
        Set<String> profiles = Read.firstInputs(shared, Contract.REMINDER_PROFILES);
        Set<String> ladders = Read.firstInputs(shared, Contract.ESCALATION_LADDERS);
        Read.models(files)
                .forEach(model -> model.process().all().forEach(node -> {
                    expect(model, node, "reminderProfile", profiles, "CONTRACT_PROFILE", findings);
                    expect(model, node, "escalation", ladders, "CONTRACT_LADDER", findings);
                }));
    }

    private static void expect(
            Model model, Node node, String property, Set<String> known, String code, Findings findings) {
        String value = node.property(property);
        if (!value.isEmpty() && !known.contains(value)) {
            findings.error(code, model, node, value);
        }
    }
}
