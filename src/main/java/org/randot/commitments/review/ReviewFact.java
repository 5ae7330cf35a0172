package org.randot.commitments.review;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.randot.commitments.engine.StageKey;
import org.randot.commitments.shared.Fact;
import org.randot.commitments.undertakings.UndertakingKey;

/** What happens in the review of a milestone. */
public sealed interface ReviewFact extends Fact {
    UndertakingKey undertaking();

    @Override
    default String subject() {
        return undertaking().toString();
    }

    @Override
    default String state() {
        return undertaking().state();
    }

    /** A submission waits for somebody. {@code kind} as in {@code api.md}. */
    record Opened(UndertakingKey undertaking, StageKey stage, UUID review, String kind) implements ReviewFact {}

    record Decided(
            UndertakingKey undertaking,
            StageKey stage,
            UUID review,
            String decision,
            String textSha256,
            List<String> marked)
            implements ReviewFact {}

    /**
     * Other people than before decide an open review. {@code kind} as in {@code api.md}.
     *
     * @param people those who did not before
     * @param dueDate counted from this day
     */
    record Assigned(
            UndertakingKey undertaking, StageKey stage, UUID review, String kind, List<UUID> people, LocalDate dueDate)
            implements ReviewFact {}

    /** A person tried to review what concerns the own state, or what the person submitted (domain.md 1.4 a, b). */
    record ConflictOfInterestSeen(UndertakingKey undertaking, StageKey stage, UUID review, UUID person)
            implements ReviewFact {
        @Override
        public String act() {
            return "CONFLICT_OF_INTEREST";
        }
    }

    /** The observation of an approval has been answered. */
    record FollowUpClosed(UndertakingKey undertaking, StageKey stage, UUID review) implements ReviewFact {}

    record Lapsed(UndertakingKey undertaking, StageKey stage, UUID review) implements ReviewFact {}
}
