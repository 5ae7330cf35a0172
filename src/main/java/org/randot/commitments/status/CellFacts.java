package org.randot.commitments.status;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.undertakings.StageStatus;
import org.randot.commitments.undertakings.UndertakingView;

/**
 * All that a rating needs to know of one undertaking: small, because every event keeps a copy of it.
 *
 * @param cancelled the state left: it stays in the past and enters nothing from then on
 * @param followUps due dates of its open follow-up items
 * @param cutOff where a stage certifies: until when it must be submitted
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CellFacts(
        boolean suspended,
        boolean cancelled,
        List<LocalDate> followUps,
        List<StageFacts> stages,
        @Nullable LocalDate cutOff) {
    /** One stage, or one year of a yearly stage. */
    @JsonInclude(JsonInclude.Include.NON_DEFAULT)
    record StageFacts(
            String code,
            @Nullable Integer year,
            StageStatus status,
            int weight,
            boolean mandatory,
            @Nullable LocalDate due,
            boolean submitted,
            boolean lessThanHalf,
            boolean certifies,
            @Nullable LocalDate submittedOn) {
        boolean isOverdue(LocalDate day) {
            LocalDate dueDate = due;
            return status.isWithCoordinator() && dueDate != null && dueDate.isBefore(day);
        }
    }

    /** Whether a stage was ever opened: a year that is still to come does not count (domain.md 3.6). */
    boolean opened() {
        return stages.stream().anyMatch(stage -> stage.status() != StageStatus.NOT_STARTED);
    }

    boolean certified() {
        return stages.stream().anyMatch(StageFacts::certifies);
    }

    static CellFacts of(UndertakingView undertaking, List<LocalDate> followUps, @Nullable LocalDate cutOff) {
        boolean certified = undertaking.stages().stream().anyMatch(UndertakingView.StageView::certifies);
        return new CellFacts(
                undertaking.suspended(),
                undertaking.cancelled(),
                followUps,
                undertaking.stages().stream()
                        .filter(UndertakingView.StageView::counts)
                        .map(stage -> new StageFacts(
                                stage.stage().code(),
                                stage.stage().year(),
                                stage.status(),
                                stage.weight(),
                                stage.mandatory(),
                                stage.dueDate(),
                                stage.everSubmitted(),
                                stage.lessThanHalfFilled(),
                                stage.certifies(),
                                stage.certifies() ? stage.submittedOn() : null))
                        .toList(),
                certified ? cutOff : null);
    }
}
