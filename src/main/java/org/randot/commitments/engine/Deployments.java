package org.randot.commitments.engine;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.randot.commitments.shared.ModuleApi;

/** The engine's repository. One package, one deployment. */
@ModuleApi
public class Deployments {
    private final ProcessEngine engine;
    private final ModelGate gate;

    Deployments(ProcessEngine engine, ModelGate gate) {
        this.engine = engine;
        this.gate = gate;
    }

    /**
     * Checks every file with all {@link ModelCheck}s and deploys bpmn and dmn files as one deployment.
     *
     * @param name package key
     * @return the engine's deployment id
     * @throws ModelRefused with the findings; nothing was deployed
     */
    public String deploy(String name, Map<String, byte[]> files) {
        gate.check(files);
        DeploymentBuilder deployment =
                engine.getRepositoryService().createDeployment().name(name).source("randot");
        new TreeMap<>(files).forEach((file, content) -> {
            if (file.endsWith(".bpmn") || file.endsWith(".dmn")) {
                deployment.addInputStream(file, new ByteArrayInputStream(content));
            }
        });
        return deployment.deployWithResult().getId();
    }

    /** Evaluates a decision table with a single result row; the newest version of the key. Empty when no rule holds. */
    public Map<String, Object> decide(String decisionKey, Map<String, Object> inputs) {
        DmnDecisionRuleResult row = evaluate(decisionKey, inputs).getSingleResult();
        return row == null ? Map.of() : row.getEntryMap();
    }

    /** Evaluates a decision table with several result rows, in their order. */
    public List<Map<String, Object>> decideAll(String decisionKey, Map<String, Object> inputs) {
        return evaluate(decisionKey, inputs).getResultList();
    }

    private DmnDecisionTableResult evaluate(String decisionKey, Map<String, Object> inputs) {
        return engine.getDecisionService()
                .evaluateDecisionTableByKey(decisionKey)
                .variables(inputs)
                .evaluate();
    }
}
