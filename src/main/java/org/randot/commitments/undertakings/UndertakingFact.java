package org.randot.commitments.undertakings;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.engine.StageKey;
import org.randot.commitments.shared.Fact;

/** What happens to an undertaking. Every record means that its view may have changed. */
public sealed interface UndertakingFact extends Fact {
    UndertakingKey undertaking();

    @Override
    default String subject() {
        return undertaking().toString();
    }

    @Override
    default String state() {
        return undertaking().state();
    }

    record Launched(UndertakingKey undertaking, UUID id) implements UndertakingFact {}

    record StageOpened(
            UndertakingKey undertaking,
            StageKey stage,
            @Nullable LocalDate dueDate) implements UndertakingFact {}

    /** A draft crossed the mark of half of its required fields; other saves of drafts are no fact. */
    record HalfFilled(UndertakingKey undertaking, StageKey stage, boolean lessThanHalf) implements UndertakingFact {}

    record TaskSubmitted(UndertakingKey undertaking, StageKey stage, UUID task, UUID submission, int version)
            implements UndertakingFact {}

    /** All tasks of the stage are submitted, or non-applicability is requested: it now waits for the CHS. */
    record StageSubmitted(UndertakingKey undertaking, StageKey stage, boolean asNotApplicable)
            implements UndertakingFact {}

    record Recalled(UndertakingKey undertaking, StageKey stage) implements UndertakingFact {}

    record UnderReview(UndertakingKey undertaking, StageKey stage, StageStatus status) implements UndertakingFact {}

    record StageReturned(
            UndertakingKey undertaking,
            StageKey stage,
            @Nullable LocalDate dueDate) implements UndertakingFact {}

    record StageSettled(UndertakingKey undertaking, StageKey stage, StageStatus status) implements UndertakingFact {}

    record DueDatesMoved(UndertakingKey undertaking, String reason) implements UndertakingFact {}

    record EvidenceAdded(UndertakingKey undertaking, StageKey stage, UUID evidence, String sha256)
            implements UndertakingFact {}

    record EvidenceRemoved(UndertakingKey undertaking, StageKey stage, UUID evidence) implements UndertakingFact {}

    record Ended(UndertakingKey undertaking) implements UndertakingFact {}
}
