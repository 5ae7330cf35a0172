package org.randot.commitments.undertakings;

import java.util.List;
import java.util.Map;
import org.randot.commitments.forms.FormFinding;
import org.randot.commitments.shared.Detailed;
import org.randot.commitments.shared.Refusal;

/** The task cannot be handed in like this; nothing was changed. */
public final class SubmissionRefused extends Refusal implements Detailed {
    private static final long serialVersionUID = 1L;
    private final transient List<FormFinding> findings;

    public SubmissionRefused(List<FormFinding> findings) {
        super(Kind.BROKEN_RULE, "undertakings.refusal.submission", findings.size());
        this.findings = List.copyOf(findings);
    }

    public List<FormFinding> findings() {
        return findings;
    }

    @Override
    public Map<String, Object> details() {
        return Map.of("errors", findings);
    }
}
