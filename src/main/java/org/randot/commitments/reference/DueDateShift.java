package org.randot.commitments.reference;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A due date that a moved meeting date shifts; null = "date to be set". */
public record DueDateShift(
        String undertaking,
        String stage,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {}
