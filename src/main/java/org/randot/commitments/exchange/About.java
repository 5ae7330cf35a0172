package org.randot.commitments.exchange;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a workbook says of its task, in the language it is made in.
 *
 * @param dueDate null = to be set
 * @param asked what is asked and why
 */
record About(
        String title,
        String state,
        String commitment,
        String stage,
        @Nullable LocalDate dueDate,
        String asked) {}
