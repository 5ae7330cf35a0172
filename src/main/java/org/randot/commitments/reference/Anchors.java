package org.randot.commitments.reference;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The dates that due expressions hang on, for one stage of one undertaking.
 *
 * @param opened S, the day the stage opened, or null before
 * @param predecessorApproved P, approval of the last predecessor; the day of the launch where there is none
 * @param reportingYear Y, of yearly forms
 */
public record Anchors(
        Cycle cycle,
        @Nullable LocalDate opened,
        @Nullable LocalDate predecessorApproved,
        @Nullable Integer reportingYear) {}
