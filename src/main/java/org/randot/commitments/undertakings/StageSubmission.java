package org.randot.commitments.undertakings;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.engine.StageKey;

/**
 * What a state handed in for one stage.
 *
 * @param notApplicableReason set where the state asks to settle the stage as not applicable
 */
public record StageSubmission(
        UndertakingKey undertaking,
        StageKey stage,
        List<TaskSubmission> tasks,
        @Nullable String notApplicableReason) {

    /**
     * @param task {@code C1.S2.T1}
     * @param previous values of the version before, null where there is none
     */
    public record TaskSubmission(
            UUID id,
            UUID taskId,
            String task,
            String formId,
            int version,
            ObjectNode values,
            @Nullable ObjectNode previous,
            String comment,
            List<EvidenceView> evidence,
            UUID submittedBy,
            Instant submittedAt) {}
}
