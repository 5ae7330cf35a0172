package org.randot.commitments.reference;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One move of the meeting date: when, from where to where, why and by whom. */
public record MeetingDateChange(
        Instant changedAt, @Nullable LocalDate from, LocalDate to, String reason, String changedBy) {}
