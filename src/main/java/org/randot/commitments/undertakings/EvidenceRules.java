package org.randot.commitments.undertakings;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.randot.commitments.forms.Form;
import org.randot.commitments.forms.FormContext;
import org.randot.commitments.forms.FormFinding;
import org.randot.commitments.forms.Forms;
import org.randot.commitments.packages.Commitment.EvidenceRule;
import org.randot.commitments.undertakings.Answers.Place;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Which documents a task asks for, and whether they are there. */
@Component
class EvidenceRules {
    private final Answers answers;
    private final Forms forms;
    private final MessageSource messages;

    EvidenceRules(Answers answers, Forms forms, MessageSource messages) {
        this.answers = answers;
        this.forms = forms;
        this.messages = messages;
    }

    /** As the answers stand. */
    List<TaskView.EvidenceAsked> asked(Place place, ObjectNode values) {
        List<EvidenceRule> rules = place.definition().evidence();
        if (rules.stream().noneMatch(EvidenceRule::isConditional)) {
            return rules.stream()
                    .map(rule -> new TaskView.EvidenceAsked(rule, true))
                    .toList();
        }
        Form form = answers.form(place);
        FormContext context = answers.context(place);
        return rules.stream()
                .map(rule -> new TaskView.EvidenceAsked(
                        rule, !rule.isConditional() || forms.holds(form, rule.onlyIf(), values, context)))
                .toList();
    }

    /** Too few documents of the kinds that are asked for. */
    List<FormFinding> check(Place place, ObjectNode values, List<EvidenceView> attached, Locale reader) {
        return asked(place, values).stream()
                .filter(TaskView.EvidenceAsked::now)
                .map(TaskView.EvidenceAsked::rule)
                .filter(rule -> count(rule, attached) < rule.minimum())
                .map(rule -> answers.finding("EVIDENCE_MISSING", reader, rule.minimum(), kinds(rule, reader)))
                .toList();
    }

    private static long count(EvidenceRule rule, List<EvidenceView> attached) {
        return attached.stream()
                .filter(document -> rule.kinds().contains(document.kind()))
                .count();
    }

    private String kinds(EvidenceRule rule, Locale reader) {
        String or = " " + message("undertakings.or", reader) + " ";
        return rule.kinds().stream()
                .map(kind -> message("undertakings.evidenceKind." + kind, reader))
                .reduce((left, right) -> left + or + right)
                .orElse("");
    }

    private String message(String key, Locale reader) {
        return messages.getMessage(key, new Object[0], reader);
    }
}
