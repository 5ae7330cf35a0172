package org.randot.commitments.undertakings;

import static org.randot.commitments.undertakings.StageStatus.NOT_APPLICABLE;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.randot.commitments.engine.Processes;
import org.randot.commitments.engine.StageKey;
import org.randot.commitments.identity.Actor;
import org.randot.commitments.identity.CurrentActor;
import org.randot.commitments.packages.Catalogue;
import org.randot.commitments.packages.Commitment;
import org.randot.commitments.shared.Absent;
import org.randot.commitments.shared.ModuleApi;

/** Reading undertakings, within the actor's scope, and the door for what the review does to their stages. */
@ModuleApi
public class Undertakings {
    private final UndertakingRepository undertakings;
    private final StageRepository stages;
    private final TaskRepository tasks;
    private final AnswerRepository answers;
    private final EvidenceRepository evidence;
    private final NoteRepository notes;
    private final Catalogue catalogue;
    private final Processes processes;
    private final AccessPolicy access;
    private final CurrentActor currentActor;
    private final ReviewedStage reviewed;

    Undertakings(
            UndertakingRepository undertakings,
            StageRepository stages,
            TaskRepository tasks,
            AnswerRepository answers,
            EvidenceRepository evidence,
            NoteRepository notes,
            Catalogue catalogue,
            Processes processes,
            AccessPolicy access,
            CurrentActor currentActor,
            ReviewedStage reviewed) {
        this.undertakings = undertakings;
        this.stages = stages;
        this.tasks = tasks;
        this.answers = answers;
        this.evidence = evidence;
        this.notes = notes;
        this.catalogue = catalogue;
        this.processes = processes;
        this.access = access;
        this.currentActor = currentActor;
        this.reviewed = reviewed;
    }

    /** @throws org.randot.commitments.shared.Absent when there is none or the actor may not know of it */
    public UndertakingView get(UndertakingKey key) {
        return view(require(key));
    }

    /** Ordered by state code and commitment. */
    public List<UndertakingView> list(String cycle, Optional<String> state, Optional<String> commitment) {
        String scope = access.scope(currentActor.orSystem()).orElse("");
        if (scope.isEmpty()
                || state.filter(wanted -> !scope.equals("*") && !scope.equals(wanted))
                        .isPresent()) {
            return List.of();
        }
        List<Undertaking> found = undertakings.list(cycle, state.orElse(scope), commitment.orElse(""));
        Map<UUID, List<Stage>> byUndertaking =
                stagesOf(found.stream().map(Undertaking::id).toList());
        return found.stream()
                .map(undertaking -> view(undertaking, byUndertaking.getOrDefault(undertaking.id(), List.of())))
                .toList();
    }

    /** What the state handed in for a stage: the newest submission of each of its tasks, or the reason of non-applicability. */
    public StageSubmission submission(UndertakingKey key, StageKey stageKey) {
        access.requireSightOfSubmissions(currentActor.orSystem(), key.state());
        Stage stage = requireStage(key, stageKey);
        List<StageSubmission.TaskSubmission> handedIn = tasks.ofStage(stage.id).stream()
                .flatMap(task ->
                        answers.submission(task.id, task.standing).map(found -> submission(task, found)).stream())
                .toList();
        return new StageSubmission(key, stageKey, handedIn, stage.notApplicableReason);
    }

    /** The newest first. */
    public List<HistoryEntry> history(UndertakingKey key) {
        return notes.history(require(key).id());
    }

    /** Ids of the BPMN elements where it waits now. */
    public Collection<String> position(UndertakingKey key) {
        Undertaking undertaking = require(key);
        return undertaking.ended() ? List.of() : processes.position(key.toString());
    }

    /** Called by the review module: where the submission now stands (COMPLETENESS_CHECK or UNDER_REVIEW). */
    public void underReview(UndertakingKey key, StageKey stageKey, StageStatus status) {
        reviewed.underReview(key, stageKey, status);
    }

    /** Called by the review module: others decide, until this day. */
    public void reviewAssigned(UndertakingKey key, StageKey stageKey, LocalDate due) {
        reviewed.reviewAssigned(key, stageKey, due);
    }

    /** A reviewer opened the submission: from now on it cannot be recalled. */
    public void openedByReviewer(UndertakingKey key, StageKey stageKey) {
        reviewed.openedByReviewer(key, stageKey);
    }

    /**
     * Called by the review module before it moves the process. APPROVE and APPROVE_WITH_OBSERVATIONS settle the stage, as does
     * ACCEPT_NOT_APPLICABLE; RETURN, INCOMPLETE and REJECT_NOT_APPLICABLE give it back with the marks.
     *
     * @return whether the process goes on: not where a stage was done again beside it, which ends with its acceptance
     * @param marks what the reviewer marked on fields and documents
     * @param text the reviewer's words to the state
     */
    public boolean decided(UndertakingKey key, StageKey stageKey, String decision, String text, List<Mark> marks) {
        return reviewed.decided(key, stageKey, decision, text, marks);
    }

    private StageSubmission.TaskSubmission submission(Task task, AnswerRepository.Submission found) {
        return new StageSubmission.TaskSubmission(
                found.id(),
                task.id,
                task.key,
                task.formId,
                found.version(),
                found.values(),
                answers.submission(task.id, task.standingBefore)
                        .map(AnswerRepository.Submission::values)
                        .orElse(null),
                found.comment(),
                evidence.ofSubmission(found.id()),
                found.submittedBy(),
                found.submittedAt());
    }

    private Undertaking require(UndertakingKey key) {
        Actor actor = currentActor.orSystem();
        access.requireSight(actor, key.state());
        return undertakings.byKey(key.toString()).orElseThrow(Absent::new);
    }

    private Stage requireStage(UndertakingKey key, StageKey stage) {
        return stages.find(require(key).id(), stage).orElseThrow(Absent::new);
    }

    private Map<UUID, List<Stage>> stagesOf(List<UUID> ids) {
        return stages.of(ids).stream().collect(Collectors.groupingBy(stage -> stage.undertakingId));
    }

    private UndertakingView view(Undertaking undertaking) {
        return view(undertaking, stages.of(List.of(undertaking.id())));
    }

    private UndertakingView view(Undertaking undertaking, List<Stage> ofUndertaking) {
        Commitment commitment = catalogue.byCode(undertaking.key().commitment(), undertaking.packageVersion());
        NotParty notParty = undertaking.notParty();
        return new UndertakingView(
                undertaking.id(),
                undertaking.key(),
                undertaking.packageVersion(),
                undertaking.launchedAt(),
                undertaking.suspendedOn(),
                undertaking.cancelled(),
                notParty == null ? null : notParty.instrument(),
                undertaking.takesPart(),
                ofUndertaking.stream()
                        .map(stage -> view(commitment, stage, notParty == null ? stage.status : NOT_APPLICABLE))
                        .toList());
    }

    private static UndertakingView.StageView view(Commitment commitment, Stage stage, StageStatus status) {
        Commitment.Stage definition = commitment.requireStage(stage.key);
        return new UndertakingView.StageView(
                stage.key,
                status,
                !stage.dropped,
                definition.weight(),
                definition.mandatory(),
                stage.dueDate,
                stage.openedOn,
                stage.everSubmitted,
                stage.submittedOn,
                definition.certifies(),
                stage.lessThanHalf,
                stage.status.isSettled() ? stage.settledAt : null,
                stage.decision,
                stage.returns);
    }
}
