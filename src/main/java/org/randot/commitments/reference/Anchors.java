package org.randot.commitments.reference;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The dates that due expressions hang on, for one stage of one undertaking.
 *
 * @param opened S, the day the stage opened, or null before
 * @param predecessorApproved P, approval of the last predecessor; the day of the launch where there is none
 * @param reportingYear Y, of yearly forms
 * @param pausedDays how long the undertaking was suspended since the stage opened: the due date lies that much later
 */
public record Anchors(
        Cycle cycle,
        @Nullable LocalDate opened,
        @Nullable LocalDate predecessorApproved,
        @Nullable Integer reportingYear,
        int pausedDays) {
    public Anchors(
            Cycle cycle,
            @Nullable LocalDate opened,
            @Nullable LocalDate predecessorApproved,
            @Nullable Integer reportingYear) {
        this(cycle, opened, predecessorApproved, reportingYear, 0);
    }
}
