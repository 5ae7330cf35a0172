package org.randot.commitments.forms;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/** Checks, reads and shows forms: one validator and one renderer for pages and REST alike. Pure: no database, no engine. */
@Component
public class Forms {
    /** Types, required fields, limits, visibility, computed fields, rules. Never throws for bad values. */
    public CheckedForm check(Form form, ObjectNode values, FormContext context, FormTexts texts) {
        throw new UnsupportedOperationException();
    }

    /** Reads posted HTML fields. What cannot be understood stays in the values as it was typed, so that nothing is lost; {@link #check} tells. */
    public ObjectNode read(Form form, MultiValueMap<String, String> posted) {
        throw new UnsupportedOperationException();
    }

    /** The form as the templates show it ({@code templates/fragments/form.html}). */
    public FormView view(
            Form form, ObjectNode values, List<FormFinding> findings, FormContext context, FormTexts texts) {
        throw new UnsupportedOperationException();
    }
}
