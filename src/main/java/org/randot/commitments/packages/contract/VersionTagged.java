package org.randot.commitments.packages.contract;

import java.util.Set;

/** A process has a version tag. */
final class VersionTagged implements ModelRule {
    @Override
    public Set<String> codes() {
        return Set.of("CONTRACT_VERSION_TAG");
    }

    @Override
    public void check(Model model, Findings findings) {
        Node process = model.process();
        if (process.attribute("camunda:versionTag").isBlank()) {
            findings.error("CONTRACT_VERSION_TAG", model, process, process.id());
        }
    }
}
