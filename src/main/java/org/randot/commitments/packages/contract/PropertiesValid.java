package org.randot.commitments.packages.contract;

import java.util.Set;
import java.util.regex.Pattern;
import org.randot.commitments.forms.Form;

/** Properties of stages and tasks have values that can be read. */
final class PropertiesValid implements ModelRule {
    @Override
    public Set<String> codes() {
        return Set.of("CONTRACT_PROPERTY_VALUE");
    }

    @Override
    public void check(Model model, Findings findings) {
        String commitment = model.process().property("commitment");
        expect(model, model.process(), "requires", String.join("|", Form.INSTRUMENTS), findings);
        model.stages().forEach(stage -> {
            expect(model, stage, "stage", Pattern.quote(commitment) + "\\.S[1-9][0-9]?", findings);
            expect(model, stage, "milestone", Pattern.quote(commitment) + "\\.M[1-9][0-9]?", findings);
            expect(model, stage, "weight", "[1-9][0-9]?|100", findings);
            expect(model, stage, "mandatory", "true|false", findings);
            expect(model, stage, "certifies", "true|false", findings);
            expect(model, stage, "minimumDays", "[0-9]{1,3}", findings);
            stage.tasks().forEach(task -> expect(model, task, "task", "T[1-9][0-9]?", findings));
        });
    }

    private static void expect(Model model, Node node, String name, String pattern, Findings findings) {
        String value = node.property(name);
        if (!value.isEmpty() && !value.matches(pattern)) {
            findings.error("CONTRACT_PROPERTY_VALUE", model, node, name, value);
        }
    }
}
