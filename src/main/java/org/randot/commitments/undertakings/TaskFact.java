package org.randot.commitments.undertakings;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.engine.StageKey;
import org.randot.commitments.shared.Fact;

/** What people do with a task that changes nothing of how the undertaking stands. */
public sealed interface TaskFact extends Fact {
    UndertakingKey undertaking();

    @Override
    default String subject() {
        return undertaking().toString();
    }

    @Override
    default String state() {
        return undertaking().state();
    }

    /** @param from who had it before */
    record TaskClaimed(
            UndertakingKey undertaking,
            StageKey stage,
            UUID task,
            @Nullable UUID from) implements TaskFact {}

    /** @param sha256 of what was written, as canonical JSON */
    record TaskCommented(UndertakingKey undertaking, StageKey stage, UUID task, UUID comment, String sha256)
            implements TaskFact {}
}
