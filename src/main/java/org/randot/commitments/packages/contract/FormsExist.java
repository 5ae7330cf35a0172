package org.randot.commitments.packages.contract;

import java.util.Set;
import org.randot.commitments.packages.PackageFiles;

/** The form that a task names is a file of the package. */
final class FormsExist implements PackageRule {
    @Override
    public Set<String> codes() {
        return Set.of("CONTRACT_FORM_MISSING");
    }

    @Override
    public void check(PackageFiles files, PackageFiles shared, Findings findings) {
        Read.models(files)
                .forEach(model -> model.stages()
                        .flatMap(Node::tasks)
                        .filter(task -> !task.attribute("camunda:formRef").isEmpty())
                        .filter(task -> !files.has(task.attribute("camunda:formRef") + ".form"))
                        .forEach(task -> findings.error(
                                "CONTRACT_FORM_MISSING", model, task, task.attribute("camunda:formRef"))));
    }
}
