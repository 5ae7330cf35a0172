package org.randot.commitments.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.randot.commitments.engine.Finding.Severity;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Every way of deploying leads through here, before the engine parses a line. Findings of severity ERROR refuse the whole deployment. */
@Component
class ModelGate implements Deployer {
    private static final List<String> KINDS = List.of(".bpmn", ".dmn", ".form");

    private final ObjectProvider<ModelCheck> checks;

    ModelGate(ObjectProvider<ModelCheck> checks) {
        this.checks = checks;
    }

    @Override
    public void deploy(DeploymentEntity deployment) {
        if (!deployment.isNew()) {
            return;
        }
        List<Finding> findings = new ArrayList<>();
        for (Map.Entry<String, ResourceEntity> resource :
                deployment.getResources().entrySet()) {
            String file = resource.getKey();
            if (KINDS.stream().noneMatch(file::endsWith)) {
                findings.add(Finding.error("SANDBOX_FILE_KIND", file, "", 0, file));
            }
            findings.addAll(check(file, resource.getValue().getBytes()));
        }
        refuse(findings);
    }

    /** @throws ModelRefused when a check finds an error */
    void check(Map<String, byte[]> files) {
        List<Finding> findings = new ArrayList<>();
        files.forEach((file, content) -> findings.addAll(check(file, content)));
        refuse(findings);
    }

    private List<Finding> check(String file, byte[] content) {
        return checks.orderedStream()
                .flatMap(check -> check.check(file, content).stream())
                .toList();
    }

    private static void refuse(List<Finding> findings) {
        if (findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR)) {
            throw new ModelRefused(findings);
        }
    }
}
