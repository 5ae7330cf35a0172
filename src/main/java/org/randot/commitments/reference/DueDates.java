package org.randot.commitments.reference;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The rules of domain.md 3.2 in their order: expression, floor for late starters, working day, ceiling C. */
@Component
public class DueDates {
    /** Floor for late starters unless the stage says otherwise (rule 3). */
    public static final int MINIMUM_DAYS = 30;

    private static final int DAYS_AFTER_RETURN = 30;
    private static final int DAYS_AFTER_LATE_RETURN = 10;

    private final WorkingDays workingDays;

    public DueDates(WorkingDays workingDays) {
        this.workingDays = workingDays;
    }

    /**
     * When a stage is due.
     *
     * @param minimumDays floor after the stage opened
     * @return empty = "date to be set": the anchor has no date
     */
    public Optional<LocalDate> dueDate(DueExpression expression, Anchors anchors, int minimumDays) {
        return expression
                .on(anchors)
                .map(date -> notBefore(date, anchors, minimumDays).plusDays(anchors.pausedDays()))
                .map(workingDays::onOrAfter)
                .map(date -> notAfter(date, anchors.cycle().cutOffDate()));
    }

    /** Due date after a return or a rejected non-applicability on {@code day} (domain.md 3.3). */
    public Optional<LocalDate> afterReturn(LocalDate day, Optional<LocalDate> oldDueDate, Cycle cycle) {
        LocalDate cutOff = cycle.cutOffDate();
        if (cutOff != null && day.isAfter(cutOff)) {
            return Optional.of(notAfter(day.plusDays(DAYS_AFTER_LATE_RETURN), cycle.circulationDate()));
        }
        LocalDate extended = day.plusDays(DAYS_AFTER_RETURN);
        LocalDate later = oldDueDate.filter(old -> old.isAfter(extended)).orElse(extended);
        return Optional.of(notAfter(later, cutOff));
    }

    /** A date that was granted keeps its day when the calendar moves, but does not pass C; after C, as given by then, not R. */
    public LocalDate granted(LocalDate date, LocalDate today, Cycle cycle) {
        LocalDate cutOff = cycle.cutOffDate();
        boolean afterCutOff = cutOff != null && today.isAfter(cutOff);
        return notAfter(date, afterCutOff ? cycle.circulationDate() : cutOff);
    }

    /** A date that was granted, {@code days} later: not past C, or not past R where it was granted after C. */
    public LocalDate lengthened(LocalDate granted, int days, Cycle cycle) {
        LocalDate cutOff = cycle.cutOffDate();
        boolean afterCutOff = cutOff != null && granted.isAfter(cutOff);
        return notAfter(granted.plusDays(days), afterCutOff ? cycle.circulationDate() : cutOff);
    }

    /** The date {@code days} working days after {@code start}. */
    public LocalDate plusWorkingDays(LocalDate start, int days) {
        LocalDate date = start;
        for (int passed = 0; passed < days; passed++) {
            date = workingDays.onOrAfter(date.plusDays(1));
        }
        return date;
    }

    private static LocalDate notBefore(LocalDate date, Anchors anchors, int minimumDays) {
        LocalDate opened = anchors.opened();
        if (opened == null) {
            return date;
        }
        LocalDate floor = opened.plusDays(minimumDays);
        return date.isBefore(floor) ? floor : date;
    }

    private static LocalDate notAfter(LocalDate date, @org.jspecify.annotations.Nullable LocalDate ceiling) {
        return ceiling != null && date.isAfter(ceiling) ? ceiling : date;
    }
}
