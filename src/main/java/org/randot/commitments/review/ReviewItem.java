package org.randot.commitments.review;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.engine.StageKey;
import org.randot.commitments.undertakings.UndertakingKey;

/**
 * One line of the queue.
 *
 * @param ageDays days since it was submitted
 * @param overdueDays days since it was due, 0 when not; never counted once closed
 * @param ownState the reader was nominated by the state: no decision is possible
 */
public record ReviewItem(
        UUID id,
        ReviewKind kind,
        UndertakingKey undertaking,
        StageKey stage,
        Instant submittedAt,
        LocalDate dueDate,
        ReviewStatus status,
        @Nullable Decision decision,
        int version,
        long ageDays,
        long overdueDays,
        boolean ownState) {
    public String state() {
        return undertaking.state();
    }
}
