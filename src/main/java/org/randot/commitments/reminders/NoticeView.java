package org.randot.commitments.reminders;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.engine.StageKey;
import org.randot.commitments.undertakings.UndertakingKey;

/**
 * A notice to one person.
 *
 * @param stage null where it concerns the undertaking as a whole
 * @param review null unless it is about a review
 * @param dueDate the date it speaks of, null where it speaks of none
 */
public record NoticeView(
        UUID id,
        NoticeKind kind,
        UndertakingKey undertaking,
        @Nullable StageKey stage,
        @Nullable UUID review,
        @Nullable LocalDate dueDate,
        Instant createdAt,
        boolean read) {
    /** Where one acts upon it. */
    public String path() {
        if (kind == NoticeKind.DATES_CHANGED || kind.isAboutPart()) {
            return "/tasks";
        }
        return review == null ? "/undertakings/" + undertaking : "/reviews/" + review;
    }
}
