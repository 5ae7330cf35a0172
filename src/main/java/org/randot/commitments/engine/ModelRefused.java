package org.randot.commitments.engine;

import java.util.List;
import org.randot.commitments.shared.Refusal;

/** A deployment was refused; nothing of it reached the engine. */
public final class ModelRefused extends Refusal {
    private static final long serialVersionUID = 1L;
    private final transient List<Finding> findings;

    public ModelRefused(List<Finding> findings) {
        super(Kind.BROKEN_RULE, "engine.modelRefused", findings.size());
        this.findings = List.copyOf(findings);
    }

    public List<Finding> findings() {
        return findings;
    }
}
