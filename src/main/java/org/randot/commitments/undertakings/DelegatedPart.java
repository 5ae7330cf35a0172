package org.randot.commitments.undertakings;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.randot.commitments.forms.Form;
import org.randot.commitments.forms.FormContext;
import org.randot.commitments.forms.FormTexts;

/**
 * A part with its answers, for the coordinator to compare with the draft.
 *
 * @param form of its fields alone
 * @param draft what the draft says of them
 */
public record DelegatedPart(
        DelegationView part,
        TaskSummary task,
        Form form,
        FormTexts texts,
        FormContext context,
        ObjectNode answers,
        ObjectNode draft) {}
