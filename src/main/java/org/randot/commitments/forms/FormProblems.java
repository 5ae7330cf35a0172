package org.randot.commitments.forms;

import java.util.List;

/** Why a file is not a form we can render and check. */
public final class FormProblems extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient List<Problem> problems;

    /**
     * @param code stable finding code, for example {@code FORM_UNKNOWN_TYPE}; the message is {@code forms.problem.‹code›}
     * @param field id or key of the component
     */
    public record Problem(String code, String field, List<String> arguments) {}

    public FormProblems(List<Problem> problems) {
        super(problems.toString());
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }
}
