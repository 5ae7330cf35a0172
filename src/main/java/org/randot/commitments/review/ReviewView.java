package org.randot.commitments.review;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.packages.Commitment;
import org.randot.commitments.undertakings.Mark;
import org.randot.commitments.undertakings.StageSubmission;
import org.randot.commitments.undertakings.UndertakingView.StageView;

/**
 * A submission beside what it is measured by.
 *
 * @param stage as the package of the undertaking defines it
 * @param standing of the stage now
 * @param submission newest one of the stage
 * @param reason why the stage should not apply to the state; empty where that is not asked
 * @param until the due date that is asked for; empty where more time is not asked
 * @param answeredSince the state has submitted anew after this review: the submission shown is not the one that was reviewed
 * @param ticked criteria found met
 * @param hindrance why the reader may not decide, empty when the reader may
 * @param decisions open to the reader now
 */
public record ReviewView(
        ReviewItem item,
        Commitment commitment,
        Commitment.Stage stage,
        StageView standing,
        StageSubmission submission,
        String reason,
        Optional<LocalDate> until,
        boolean answeredSince,
        Set<Integer> ticked,
        Optional<Hindrance> hindrance,
        List<Decision> decisions,
        Optional<Record> record,
        Optional<FollowUp> followUp,
        Assignment assignment) {

    /** What a decision on this view names, so that nothing decided in between is overwritten. */
    public int version() {
        return item.version();
    }

    /** Why somebody who may read a review may not decide it. */
    public enum Hindrance {
        CLOSED,
        NOT_YOUR_ROLE,
        OWN_STATE,
        OWN_SUBMISSION,
        CHAIR_DECIDES,
        OTHER_REVIEWER
    }

    /** How it ended. {@code by} and {@code decision} are null where no person decided. */
    public record Record(
            Instant at, @Nullable UUID by, @Nullable Decision decision, String text, List<Mark> marks) {}

    /** What an approval with observations asks for. */
    public record FollowUp(
            UUID id,
            String observation,
            LocalDate dueDate,
            @Nullable Instant closedAt) {}

    /**
     * Who reviews this state's commitment; nulls where any reviewer of another state may.
     *
     * @param binding somebody named them; otherwise their turn had come, and any other reviewer may step in
     */
    public record Assignment(
            @Nullable UUID primary, @Nullable UUID second, boolean binding) {
        static final Assignment ANYBODY = new Assignment(null, null, false);

        Assignment(@Nullable UUID primary, @Nullable UUID second) {
            this(primary, second, true);
        }
    }
}
