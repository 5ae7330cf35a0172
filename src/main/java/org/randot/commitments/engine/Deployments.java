package org.randot.commitments.engine;

import java.util.Map;
import org.randot.commitments.shared.ModuleApi;

/** The engine's repository. One package, one deployment. */
@ModuleApi
public class Deployments {
    /**
     * Checks every file with all {@link ModelCheck}s and deploys bpmn and dmn files as one deployment.
     *
     * @param name package key
     * @return the engine's deployment id
     * @throws ModelRefused with the findings; nothing was deployed
     */
    public String deploy(String name, Map<String, byte[]> files) {
        throw new UnsupportedOperationException();
    }

    /** Evaluates a decision table with a single result row; the newest version of the key. */
    public Map<String, Object> decide(String decisionKey, Map<String, Object> inputs) {
        throw new UnsupportedOperationException();
    }

    /** Evaluates a decision table with several result rows, in their order. */
    public java.util.List<Map<String, Object>> decideAll(String decisionKey, Map<String, Object> inputs) {
        throw new UnsupportedOperationException();
    }
}
