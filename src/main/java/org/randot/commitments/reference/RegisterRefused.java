package org.randot.commitments.reference;

import java.util.List;
import java.util.Map;
import org.randot.commitments.shared.Detailed;
import org.randot.commitments.shared.Refusal;

/** An entry cannot stand in the register like this; nothing was changed. */
public final class RegisterRefused extends Refusal implements Detailed {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /**
     * @param field what it is about, {@code name/es}; empty for the entry as a whole
     * @param code stable; {@code reference.registerProblem.‹code›} says it
     */
    public record Problem(String field, String code) {}

    public RegisterRefused(List<Problem> problems) {
        super(Kind.BROKEN_RULE, "reference.refusal.register");
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }

    @Override
    public Map<String, Object> details() {
        return Map.of("errors", problems);
    }
}
