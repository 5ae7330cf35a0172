package org.randot.commitments.forms;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A form as the templates show it: {@code fragments/form :: form(view)} to fill in, {@code fragments/form :: answers(view, markable)} to read.
 *
 * @param summary findings with the anchor of their field, errors first
 * @param kept values of hidden fields, posted along
 * @param countries whether a list of countries is offered; {@code currencies} likewise
 * @param toConfirm a hint that the status of treaties on which it depends is not known; empty where there is none
 * @param earlierTitle what the earlier values are, for example "2024"; empty when there are none
 */
public record FormView(
        String id,
        List<FormFinding> findings,
        String language,
        List<FieldView> fields,
        List<Summary> summary,
        List<FieldView.Kept> kept,
        List<FieldView.Option> countries,
        List<FieldView.Option> currencies,
        int required,
        int requiredFilled,
        String earlierTitle,
        String toConfirm) {

    /**
     * @param severity {@code error}, {@code warning} or {@code info}
     * @param anchor id of the control, empty when there is none
     */
    public record Summary(String severity, String label, String text, String anchor) {}

    public List<Summary> errors() {
        return summary.stream().filter(each -> each.severity().equals("error")).toList();
    }

    public List<Summary> hints() {
        return summary.stream().filter(each -> !each.severity().equals("error")).toList();
    }

    /**
     * What may stand beside the answers.
     *
     * @param marks a reviewer's remarks by JSON pointer
     * @param earlier values of the same form at an earlier time; {@code earlierTitle} says of when
     * @param watched fields on which something else of the page depends
     */
    public record Beside(Map<String, String> marks, ObjectNode earlier, String earlierTitle, Set<String> watched) {
        public Beside(Map<String, String> marks, ObjectNode earlier, String earlierTitle) {
            this(marks, earlier, earlierTitle, Set.of());
        }

        public Beside watching(Set<String> fields) {
            return new Beside(marks, earlier, earlierTitle, fields);
        }

        public static Beside nothing() {
            return new Beside(Map.of(), Values.object(), "");
        }

        public static Beside marks(Map<String, String> marks) {
            return new Beside(new HashMap<>(marks), Values.object(), "");
        }
    }
}
