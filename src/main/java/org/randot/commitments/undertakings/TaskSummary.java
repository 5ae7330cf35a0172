package org.randot.commitments.undertakings;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.engine.StageKey;

/**
 * A task as it stands in lists.
 *
 * @param key {@code C1.S4.T1:2025}
 * @param title in the reader's language, as {@code stageTitle}
 * @param dueDate null = date to be set
 * @param overdueDays 0 where it is not overdue; {@code daysLeft} is null without a date
 * @param assignee name of the person who took it on
 * @param version of the draft; 0 where there is none
 */
public record TaskSummary(
        UUID id,
        String key,
        UndertakingKey undertaking,
        StageKey stage,
        String title,
        String stageTitle,
        @Nullable LocalDate dueDate,
        long overdueDays,
        @Nullable Long daysLeft,
        TaskStatus status,
        @Nullable String assignee,
        int version) {
    public static final int SOON_DAYS = 14;

    public boolean overdue() {
        return overdueDays > 0;
    }

    /** Due within two weeks, and the coordinator's turn. */
    public boolean soon() {
        return status.isWithCoordinator() && overdueDays == 0 && daysLeft != null && daysLeft <= SOON_DAYS;
    }
}
