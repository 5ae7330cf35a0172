package org.randot.commitments.engine.sandbox;

import java.util.List;
import org.randot.commitments.engine.Finding;
import org.randot.commitments.engine.ModelCheck;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The first wall of the sandbox (security.md 4): nothing but what models need, in process and decision files. Other kinds of files are not its business. */
@Component
@Order(0)
class SandboxCheck implements ModelCheck {
    private final BpmnRules processes;
    private final DmnRules decisions;

    SandboxCheck(PublishedNames names) {
        processes = new BpmnRules(names);
        decisions = new DmnRules();
    }

    @Override
    public List<Finding> check(String file, byte[] content) {
        boolean process = file.endsWith(".bpmn");
        if (!process && !file.endsWith(".dmn")) {
            return List.of();
        }
        Findings findings = new Findings(file);
        try {
            XmlElement root = SafeXml.read(content);
            if (process) {
                processes.check(root, findings);
            } else {
                decisions.check(root, findings);
            }
        } catch (SafeXml.Unsafe unsafe) {
            findings.add(unsafe);
        }
        return findings.all();
    }
}
