package org.randot.commitments.undertakings;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.randot.commitments.engine.Processes;
import org.randot.commitments.engine.StageKey;
import org.randot.commitments.forms.CheckedForm;
import org.randot.commitments.forms.FormFinding;
import org.randot.commitments.identity.Actor;
import org.randot.commitments.identity.CurrentActor;
import org.randot.commitments.packages.Catalogue;
import org.randot.commitments.packages.Commitment;
import org.randot.commitments.shared.Absent;
import org.randot.commitments.shared.Ids;
import org.randot.commitments.shared.ModuleApi;
import org.randot.commitments.shared.Paged;
import org.randot.commitments.shared.Paging;
import org.randot.commitments.shared.Time;
import org.randot.commitments.undertakings.Answers.Place;
import org.springframework.context.ApplicationEventPublisher;

/** The coordinators' tasks: find, fill, hand in, take back (domain.md 3.3). */
@ModuleApi
public class Tasks {
    private static final Map<String, Object> SUBMISSION = Map.of("request", "SUBMISSION");
    private static final Map<String, Object> NOT_APPLICABLE = Map.of("request", "NOT_APPLICABLE");
    private static final int MOST_TASKS_OF_A_STAGE = 50;

    private final TaskRepository tasks;
    private final StageRepository stages;
    private final UndertakingRepository undertakings;
    private final AnswerRepository drafts;
    private final EvidenceRepository documents;
    private final NoteRepository notes;
    private final Answers answers;
    private final TaskSearch search;
    private final Catalogue catalogue;
    private final Processes processes;
    private final AccessPolicy access;
    private final CurrentActor currentActor;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Tasks(
            TaskRepository tasks,
            StageRepository stages,
            UndertakingRepository undertakings,
            AnswerRepository drafts,
            EvidenceRepository documents,
            NoteRepository notes,
            Answers answers,
            TaskSearch search,
            Catalogue catalogue,
            Processes processes,
            AccessPolicy access,
            CurrentActor currentActor,
            ApplicationEventPublisher events,
            Clock clock) {
        this.tasks = tasks;
        this.stages = stages;
        this.undertakings = undertakings;
        this.drafts = drafts;
        this.documents = documents;
        this.notes = notes;
        this.answers = answers;
        this.search = search;
        this.catalogue = catalogue;
        this.processes = processes;
        this.access = access;
        this.currentActor = currentActor;
        this.events = events;
        this.clock = clock;
    }

    /** By due date, those without a date last; only what the actor may know of. */
    public Paged<TaskSummary> list(TaskQuery query, Paging paging, Locale reader) {
        return access.scope(currentActor.get())
                .map(scope -> search.find(scope, query, paging, reader))
                .orElseGet(() -> Paged.of(List.of(), paging, 0));
    }

    /** All tasks of an undertaking, over or not. @throws Absent when the actor may not know of it */
    public List<TaskSummary> of(UndertakingKey key, Locale reader) {
        access.requireSight(currentActor.get(), key.state());
        Undertaking undertaking = undertakings.byKey(key.toString()).orElseThrow(Absent::new);
        Commitment commitment = catalogue.byCode(key.commitment(), undertaking.packageVersion());
        return tasks.of(undertaking.id()).stream()
                .map(task -> search.summary(task, commitment, 0, reader))
                .toList();
    }

    public TaskCounts counts() {
        return access.scope(currentActor.get()).map(search::counts).orElse(TaskCounts.NONE);
    }

    /** @throws Absent when there is none or the actor may not know of it */
    public TaskView get(UUID id, Locale reader) {
        Task task = tasks.find(id).orElseThrow(Absent::new);
        Actor actor = currentActor.get();
        String state = task.undertaking.state();
        access.requireSightOfSubmissions(actor, state);
        return view(place(task), stages.byId(task.stageId), access.ownsDrafts(actor, state), reader);
    }

    private TaskView view(Place place, Stage stage, boolean own, Locale reader) {
        Task task = place.task();
        AnswerRepository.Draft draft = own ? drafts.draft(task.id).orElse(null) : null;
        AnswerRepository.Submission standing =
                drafts.submission(task.id, task.standing).orElse(null);
        ObjectNode values = draft != null && task.status.isWithCoordinator()
                ? draft.values()
                : standing != null ? standing.values() : draft != null ? draft.values() : Sql.emptyObject();
        Commitment.Stage definition = place.commitment().requireStage(task.stage);
        return new TaskView(
                search.summary(task, place.commitment(), draft == null ? 0 : draft.version(), reader),
                stage.status,
                place.commitment(),
                definition,
                place.definition(),
                answers.form(place),
                catalogue.texts(place.commitment(), reader),
                answers.context(place),
                values,
                draft == null ? null : new TaskView.DraftInfo(draft.savedBy(), draft.savedAt()),
                standing == null
                        ? null
                        : new TaskView.Handed(
                                standing.version(),
                                standing.submittedByName(),
                                standing.submittedAt(),
                                standing.comment()),
                own ? documents.ofTask(task.id) : standing == null ? List.of() : documents.ofSubmission(standing.id()),
                own && task.status.isWithCoordinator()
                        ? documents.others(task.undertaking.state(), task.id)
                        : List.of(),
                stage.round == 0 ? List.of() : notes.marks(task.id, stage.round),
                stage.decision,
                stage.decisionText,
                notes.comments(task.id),
                actions(task, stage, own));
    }

    private Set<TaskView.Action> actions(Task task, Stage stage, boolean own) {
        Set<TaskView.Action> actions = EnumSet.noneOf(TaskView.Action.class);
        if (own && task.status.isWithCoordinator()) {
            actions.addAll(EnumSet.of(
                    TaskView.Action.SAVE,
                    TaskView.Action.SUBMIT,
                    TaskView.Action.EVIDENCE,
                    TaskView.Action.NOT_APPLICABLE,
                    TaskView.Action.COMMENT));
            if (!currentActor.get().id().equals(task.assignee)) {
                actions.add(TaskView.Action.CLAIM);
            }
        }
        if (own && task.status == TaskStatus.SUBMITTED) {
            actions.add(TaskView.Action.COMMENT);
            if (!stage.openedByReviewer && !stage.status.isSettled() && !stage.status.isWithCoordinator()) {
                actions.add(TaskView.Action.RECALL);
            }
        }
        return actions;
    }

    /**
     * Keeps what was typed, complete or not. The same values again change nothing.
     *
     * @throws DraftConflict when somebody else saved meanwhile
     */
    public DraftSaved saveDraft(SaveDraft command, Locale reader) {
        Task task = requireOpen(command.task());
        Place place = place(task);
        ObjectNode values = answers.storable(command.values());
        CheckedForm checked = answers.check(place, values, reader);
        AnswerRepository.Draft before = drafts.draft(task.id).orElse(null);
        if (before != null
                && before.version() == command.version()
                && before.values().equals(values)) {
            return new DraftSaved(before.version(), before.savedAt(), checked.findings());
        }
        int version = save(task, command.version(), values);
        filled(task, checked.requiredFilled() * 2 < checked.required());
        return new DraftSaved(version, clock.instant(), checked.findings());
    }

    private int save(Task task, int base, ObjectNode values) {
        if (!drafts.saveDraft(task, base, values, currentActor.get(), clock.instant())) {
            throw conflict(task);
        }
        return base + 1;
    }

    private DraftConflict conflict(Task task) {
        AnswerRepository.Draft now = drafts.draft(task.id)
                .orElseGet(
                        () -> new AnswerRepository.Draft(Sql.emptyObject(), 0, Actor.SYSTEM.id(), "", clock.instant()));
        return new DraftConflict(
                new DraftConflict.Current(now.version(), now.values(), now.savedById(), now.savedBy(), now.savedAt()));
    }

    private void filled(Task task, boolean lessThanHalf) {
        if (task.lessThanHalf == lessThanHalf) {
            return;
        }
        task.lessThanHalf = lessThanHalf;
        tasks.save(task);
        Stage stage = stages.byId(task.stageId);
        boolean any = tasks.ofStage(stage.id).stream()
                .anyMatch(other -> other.lessThanHalf && other.status != TaskStatus.SUBMITTED);
        if (stage.lessThanHalf != any) {
            stage.lessThanHalf = any;
            stages.save(stage);
            events.publishEvent(new UndertakingFact.HalfFilled(task.undertaking, task.stage, any));
        }
    }

    /** What the check says about the draft as it stands: the form's findings and those of the evidence. */
    public List<FormFinding> check(UUID id, Locale reader) {
        Task task = requireOpen(id);
        Place place = place(task);
        ObjectNode values = drafts.draft(id).map(AnswerRepository.Draft::values).orElseGet(Sql::emptyObject);
        return findings(place, answers.check(place, values, reader), documents.ofTask(id), reader);
    }

    private List<FormFinding> findings(Place place, CheckedForm checked, List<EvidenceView> attached, Locale reader) {
        List<FormFinding> findings = new ArrayList<>(checked.findings());
        findings.addAll(answers.checkEvidence(place, attached, reader));
        return findings;
    }

    /** The person takes the task on, from whoever had it. */
    public void claim(UUID id) {
        Task task = requireOpen(id);
        Actor actor = currentActor.get();
        task.assignee = actor.id();
        task.assigneeName = actor.name();
        tasks.save(task);
    }

    /**
     * Hands the task in for good: the answer is kept as a version of its own, and the process goes on, in one transaction.
     *
     * @return the number of the version
     * @throws SubmissionRefused with what is wrong
     * @throws DraftConflict when somebody else saved meanwhile
     */
    public int submit(SubmitTask command, Locale reader) {
        Task task = requireOpen(command.task());
        requireYearOver(task);
        AnswerRepository.Draft draft = drafts.draft(task.id).orElse(null);
        int standing = draft == null ? 0 : draft.version();
        if (standing != command.version()) {
            throw conflict(task);
        }
        ObjectNode given = command.values();
        ObjectNode values =
                given != null ? answers.storable(given) : draft != null ? draft.values() : Sql.emptyObject();
        Place place = place(task);
        CheckedForm checked = answers.check(place, values, reader);
        List<EvidenceView> attached = documents.ofTask(task.id);
        refuseWhatIsWrong(place, command, checked, attached, reader);
        return handIn(task, command, values, checked, attached);
    }

    private void requireYearOver(Task task) {
        Integer year = task.stage.year() != null ? task.stage.year() : task.undertaking.year();
        if (year != null && Time.today(clock).isBefore(LocalDate.of(year + 1, 1, 1))) {
            throw new YearNotOver();
        }
    }

    private void refuseWhatIsWrong(
            Place place, SubmitTask command, CheckedForm checked, List<EvidenceView> attached, Locale reader) {
        List<FormFinding> findings = findings(place, checked, attached, reader);
        boolean errors = findings.stream().anyMatch(finding -> finding.severity() == FormFinding.Severity.ERROR);
        List<FormFinding> warnings = checked.warnings();
        if (!warnings.isEmpty() && !errors) {
            List<String> seen = command.acknowledgedWarnings();
            if (command.comment().isBlank()) {
                findings.add(answers.finding("COMMENT_REQUIRED", reader));
                errors = true;
            } else if (seen != null && warnings.stream().anyMatch(warning -> !seen.contains(warning.code()))) {
                findings.add(answers.finding("WARNING_NOT_ACKNOWLEDGED", reader));
                errors = true;
            }
        }
        if (errors) {
            throw new SubmissionRefused(findings);
        }
    }

    private int handIn(
            Task task, SubmitTask command, ObjectNode values, CheckedForm checked, List<EvidenceView> attached) {
        Actor actor = currentActor.get();
        String engineTask = requireWaiting(task);
        save(task, command.version(), values);
        int version = task.handIn();
        AnswerRepository.Submission submission = new AnswerRepository.Submission(
                Ids.next(),
                task.id,
                task.stage,
                task.key,
                task.formId,
                version,
                checked.values(),
                command.comment(),
                actor.id(),
                actor.name(),
                clock.instant());
        List<String> warnings =
                checked.warnings().stream().map(FormFinding::code).distinct().toList();
        drafts.insert(submission, task, warnings);
        documents.handIn(task, submission.id(), attached);
        tasks.save(task);
        notes.happened(
                task.undertakingId,
                task.undertaking,
                task.stage.toString(),
                "TASK_SUBMITTED",
                task.key + " · " + version);
        events.publishEvent(
                new UndertakingFact.TaskSubmitted(task.undertaking, task.stage, task.id, submission.id(), version));
        processes.complete(engineTask, SUBMISSION);
        return version;
    }

    private static String requireWaiting(Task task) {
        String engineTask = task.engineTask;
        if (engineTask == null) {
            throw new NotWithCoordinator();
        }
        return engineTask;
    }

    /** Takes a submission back; possible until a reviewer opened it. */
    public void recall(UUID id) {
        Task task = tasks.lock(id).orElseThrow(Absent::new);
        access.requireCoordinator(currentActor.get(), task.undertaking.state());
        Stage stage = stages.byId(task.stageId);
        List<Task> ofStage = tasks.ofStage(stage.id);
        boolean before = ofStage.stream()
                .anyMatch(other -> (other.status == TaskStatus.SUBMITTED ? other.standingBefore : other.standing) > 0);
        stage.recall(before);
        stages.save(stage);
        ofStage.forEach(other -> {
            other.takeBack();
            tasks.save(other);
        });
        notes.happened(stage, "RECALLED", "");
        events.publishEvent(new UndertakingFact.Recalled(task.undertaking, task.stage));
        processes.recall(task.undertaking.toString(), task.stage);
    }

    /** Asks to settle the stage as not applicable; goes straight to the reviewer (chair if the stage is mandatory). */
    public void requestNotApplicable(UndertakingKey key, StageKey stageKey, String reason) {
        access.requireCoordinator(currentActor.get(), key.state());
        Undertaking undertaking = undertakings.byKey(key.toString()).orElseThrow(Absent::new);
        Stage stage = stages.find(undertaking.id(), stageKey).orElseThrow(Absent::new);
        if (!stage.status.isWithCoordinator()) {
            throw new NotWithCoordinator();
        }
        if (reason.isBlank()) {
            throw new ReasonMissing();
        }
        stage.notApplicableReason = reason.strip();
        stages.save(stage);
        passOver(stage);
    }

    /** Completes the stage's tasks without answers until its review is called. */
    private void passOver(Stage stage) {
        for (int passed = 0; passed < MOST_TASKS_OF_A_STAGE; passed++) {
            Task waiting = tasks.ofStage(stage.id).stream()
                    .filter(task -> task.engineTask != null)
                    .findFirst()
                    .orElse(null);
            if (waiting == null) {
                return;
            }
            String engineTask = requireWaiting(waiting);
            waiting.engineTask = null;
            waiting.status = TaskStatus.SUBMITTED;
            waiting.standingBefore = waiting.standing;
            tasks.save(waiting);
            processes.complete(engineTask, NOT_APPLICABLE);
        }
        throw new IllegalStateException("Stage " + stage.key + " does not come to its review");
    }

    /** A remark to the reviewers, who read it at once. */
    public void comment(UUID id, String text) {
        Task task = tasks.find(id).orElseThrow(Absent::new);
        access.requireCoordinator(currentActor.get(), task.undertaking.state());
        if (text.isBlank()) {
            throw new ReasonMissing();
        }
        notes.comment(task, text.strip());
    }

    private Place place(Task task) {
        Undertaking undertaking = undertakings.byId(task.undertakingId);
        return new Place(
                undertaking, catalogue.byCode(undertaking.key().commitment(), undertaking.packageVersion()), task);
    }

    private Task requireOpen(UUID id) {
        Task task = tasks.lock(id).orElseThrow(Absent::new);
        access.requireCoordinator(currentActor.get(), task.undertaking.state());
        if (!task.status.isWithCoordinator()) {
            throw new NotWithCoordinator();
        }
        return task;
    }
}
