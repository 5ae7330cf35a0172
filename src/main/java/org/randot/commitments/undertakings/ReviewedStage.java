package org.randot.commitments.undertakings;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.randot.commitments.engine.Interventions;
import org.randot.commitments.engine.StageKey;
import org.randot.commitments.identity.Actor;
import org.randot.commitments.identity.CurrentActor;
import org.randot.commitments.shared.Absent;
import org.randot.commitments.shared.Time;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What a review does to a stage. */
@Component
class ReviewedStage {
    private final UndertakingRepository undertakings;
    private final StageRepository stages;
    private final TaskRepository tasks;
    private final AnswerRepository answers;
    private final NoteRepository notes;
    private final ExtensionRepository extensions;
    private final Interventions interventions;
    private final StageDates dates;
    private final AccessPolicy access;
    private final CurrentActor currentActor;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ReviewedStage(
            UndertakingRepository undertakings,
            StageRepository stages,
            TaskRepository tasks,
            AnswerRepository answers,
            NoteRepository notes,
            ExtensionRepository extensions,
            Interventions interventions,
            StageDates dates,
            AccessPolicy access,
            CurrentActor currentActor,
            ApplicationEventPublisher events,
            Clock clock) {
        this.undertakings = undertakings;
        this.stages = stages;
        this.tasks = tasks;
        this.answers = answers;
        this.notes = notes;
        this.extensions = extensions;
        this.interventions = interventions;
        this.dates = dates;
        this.access = access;
        this.currentActor = currentActor;
        this.events = events;
        this.clock = clock;
    }

    /** Called by the review module: where the submission now stands (COMPLETENESS_CHECK or UNDER_REVIEW). */
    void underReview(UndertakingKey key, StageKey stageKey, StageStatus status) {
        access.requireReviewStep(currentActor.orSystem(), key.state());
        Stage stage = requireStage(key, stageKey);
        if (stage.status == status) {
            return;
        }
        stage.status = status;
        stages.save(stage);
        notes.happened(stage, status.name(), "");
        events.publishEvent(new UndertakingFact.UnderReview(key, stageKey, status));
    }

    void reviewAssigned(UndertakingKey key, StageKey stageKey, LocalDate due) {
        access.requireAssigner(currentActor.orSystem(), key.state());
        notes.happened(requireStage(key, stageKey), "REVIEW_ASSIGNED", due.toString());
    }

    /** A reviewer opened the submission: from now on it cannot be recalled. */
    void openedByReviewer(UndertakingKey key, StageKey stageKey) {
        access.requireReview(currentActor.orSystem(), key.state());
        Stage stage = requireStage(key, stageKey);
        if (!stage.openedByReviewer) {
            stage.openedByReviewer = true;
            stages.save(stage);
        }
    }

    /**
     * Called by the review module before it moves the process. APPROVE and APPROVE_WITH_OBSERVATIONS settle the stage, as does
     * ACCEPT_NOT_APPLICABLE; RETURN, INCOMPLETE and REJECT_NOT_APPLICABLE give it back with the marks.
     *
     * @return whether the process goes on: what was done again beside it ends with its acceptance
     * @param marks what the reviewer marked on fields and documents
     * @param text the reviewer's words to the state
     */
    boolean decided(UndertakingKey key, StageKey stageKey, String decision, String text, List<Mark> marks) {
        access.requireReview(currentActor.orSystem(), key.state());
        Stage stage = requireStage(key, stageKey);
        stage.decision = decision;
        stage.decisionText = text;
        switch (decision) {
            case "APPROVE" -> settle(stage, StageStatus.APPROVED);
            case "APPROVE_WITH_OBSERVATIONS" -> settle(stage, StageStatus.APPROVED_WITH_OBSERVATIONS);
            case "ACCEPT_NOT_APPLICABLE" -> settle(stage, StageStatus.NOT_APPLICABLE);
            case "RETURN" -> {
                stage.returns++;
                giveBack(stage, StageStatus.RETURNED, marks);
            }
            case "INCOMPLETE" -> giveBack(stage, StageStatus.RETURNED, marks);
            case "REJECT_NOT_APPLICABLE" -> giveBack(stage, StageStatus.OPEN, marks);
            case "COMPLETE" -> stages.save(stage);
            default -> throw new IllegalArgumentException("Unknown decision " + decision);
        }
        return !(stage.beside && stage.status.isSettled() && endBeside(stage));
    }

    private void settle(Stage stage, StageStatus as) {
        stage.settle(as, clock.instant());
        stages.save(stage);
        tasks.settle(stage);
        extensions.lapse(stage.id, clock.instant());
        notes.happened(stage, as.name(), "");
        events.publishEvent(new UndertakingFact.StageSettled(stage.undertaking, stage.key, as));
    }

    /** A stage that ran beside the undertaking's process ends here; with it the undertaking, where nothing else runs. */
    private boolean endBeside(Stage stage) {
        String key = stage.undertaking.toString();
        boolean ended = interventions.endBeside(key, stage.key);
        stage.beside = false;
        stages.save(stage);
        if (ended && !interventions.runs(key)) {
            undertakings.end(stage.undertakingId);
            notes.happened(stage.undertakingId, stage.undertaking, "", "ENDED", "");
            events.publishEvent(new UndertakingFact.Ended(stage.undertaking));
        }
        return ended;
    }

    private void giveBack(Stage stage, StageStatus as, List<Mark> marks) {
        stage.giveBack(as, dates.afterReturn(stage, Time.today(clock)).orElse(null));
        stages.save(stage);
        List<Task> ofStage = tasks.ofStage(stage.id);
        tasks.giveBack(stage);
        marks.forEach(mark -> taskOf(mark, ofStage).ifPresent(task -> notes.mark(task, stage.round, mark)));
        String due = stage.dueDate == null ? "" : stage.dueDate.toString();
        notes.happened(stage, as == StageStatus.RETURNED ? "RETURNED" : "NOT_APPLICABLE_REJECTED", due);
        events.publishEvent(new UndertakingFact.StageReturned(stage.undertaking, stage.key, stage.dueDate));
    }

    /** Marks name a field or a document, not a task: the task whose answer has the field, else the first. */
    private Optional<Task> taskOf(Mark mark, List<Task> ofStage) {
        return ofStage.stream()
                .filter(task -> answers.submission(task.id, task.standing)
                        .filter(found -> !found.values().at(pointer(mark)).isMissingNode())
                        .isPresent())
                .findFirst()
                .or(() -> ofStage.stream().findFirst());
    }

    private static String pointer(Mark mark) {
        return mark.field().startsWith("/") ? mark.field() : "/\u0000";
    }

    private Undertaking require(UndertakingKey key) {
        Actor actor = currentActor.orSystem();
        access.requireSight(actor, key.state());
        return undertakings.byKey(key.toString()).orElseThrow(Absent::new);
    }

    private Stage requireStage(UndertakingKey key, StageKey stage) {
        return stages.find(require(key).id(), stage).orElseThrow(Absent::new);
    }
}
