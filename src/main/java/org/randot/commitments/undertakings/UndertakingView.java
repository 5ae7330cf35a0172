package org.randot.commitments.undertakings;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.engine.StageKey;

/**
 * One state and one commitment, as others may read it. Of a yearly stage there is one entry per reporting year.
 *
 * @param cancelled the state left
 * @param notPartyTo the treaty for whose lack it does not apply now: every stage then reads as not applicable; null = it applies
 * @param takesPart the state declared that it takes part although it is not party
 */
public record UndertakingView(
        UUID id,
        UndertakingKey key,
        int packageVersion,
        Instant launchedAt,
        @Nullable LocalDate suspendedOn,
        boolean cancelled,
        @Nullable String notPartyTo,
        boolean takesPart,
        List<StageView> stages) {

    /** Timers, reminders and overdue days stand still. */
    public boolean suspended() {
        return suspendedOn != null;
    }

    /** @throws org.randot.commitments.shared.Refusal while nothing is handed in or decided */
    public void requireRunning() {
        if (notPartyTo != null) {
            throw new DoesNotApply();
        }
        if (suspended()) {
            throw new UndertakingSuspended();
        }
    }

    /**
     * @param counts false: its reporting year left the cycle, it stays as data only
     * @param dueDate null = date to be set
     * @param everSubmitted a task was submitted, or non-applicability requested, and not recalled
     * @param submittedOn the first time; null before, and when it was recalled
     * @param certifies without its submission by the cut-off date there is no report
     * @param lessThanHalfFilled of the required fields of its open form
     * @param settledAt when it was approved or accepted as not applicable
     * @param decision last decision on its milestone, null before
     * @param returns how often a reviewer returned it
     */
    public record StageView(
            StageKey stage,
            StageStatus status,
            boolean counts,
            int weight,
            boolean mandatory,
            @Nullable LocalDate dueDate,
            @Nullable LocalDate openedOn,
            boolean everSubmitted,
            @Nullable LocalDate submittedOn,
            boolean certifies,
            boolean lessThanHalfFilled,
            @Nullable Instant settledAt,
            @Nullable String decision,
            int returns) {}

    public StageView stage(StageKey key) {
        return stages.stream()
                .filter(stage -> stage.stage().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No stage " + key + " in " + this.key));
    }
}
