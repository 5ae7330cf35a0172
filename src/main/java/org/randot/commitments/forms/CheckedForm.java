package org.randot.commitments.forms;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * A form's values after the check.
 *
 * @param values as given, with computed fields added and those of hidden fields removed
 * @param required how many fields are required now; {@code requiredFilled} of them have a value (a no-data code counts)
 */
public record CheckedForm(ObjectNode values, List<FormFinding> findings, int required, int requiredFilled) {
    public boolean hasErrors() {
        return findings.stream().anyMatch(finding -> finding.severity() == FormFinding.Severity.ERROR);
    }

    public List<FormFinding> warnings() {
        return findings.stream()
                .filter(finding -> finding.severity() == FormFinding.Severity.WARNING)
                .toList();
    }
}
