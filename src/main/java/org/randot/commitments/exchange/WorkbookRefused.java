package org.randot.commitments.exchange;

import java.util.List;
import java.util.Map;
import org.randot.commitments.shared.Detailed;
import org.randot.commitments.shared.Refusal;

/** Cells of the workbook cannot be read; nothing was changed. */
public final class WorkbookRefused extends Refusal implements Detailed {
    private static final long serialVersionUID = 1L;
    private final transient List<CellProblem> problems;

    public WorkbookRefused(List<CellProblem> problems) {
        super(Kind.BROKEN_RULE, "exchange.refusal.cells", problems.size());
        this.problems = List.copyOf(problems);
    }

    public List<CellProblem> problems() {
        return problems;
    }

    @Override
    public Map<String, Object> details() {
        return Map.of("errors", problems);
    }
}
