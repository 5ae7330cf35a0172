package org.randot.commitments.reference;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The rules of domain.md 3.2 in their order: expression, floor for late starters, working day, ceiling C. */
@Component
public class DueDates {
    public static final int MINIMUM_DAYS = 30;

    /** @param minimumDays floor after the stage opened; empty result = "date to be set" */
    public Optional<LocalDate> dueDate(DueExpression expression, Anchors anchors, int minimumDays) {
        throw new UnsupportedOperationException();
    }

    /** Due date after a return or rejected non-applicability on {@code day} (domain.md 3.3). */
    public Optional<LocalDate> afterReturn(LocalDate day, Optional<LocalDate> oldDueDate, Cycle cycle) {
        throw new UnsupportedOperationException();
    }

    /** The date {@code days} working days after {@code start}. */
    public LocalDate plusWorkingDays(LocalDate start, int days) {
        throw new UnsupportedOperationException();
    }
}
