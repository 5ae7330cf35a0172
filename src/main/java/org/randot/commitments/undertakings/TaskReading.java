package org.randot.commitments.undertakings;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.identity.Actor;
import org.randot.commitments.identity.CurrentActor;
import org.randot.commitments.packages.Catalogue;
import org.randot.commitments.packages.Commitment;
import org.randot.commitments.shared.Absent;
import org.randot.commitments.shared.Paged;
import org.randot.commitments.shared.Paging;
import org.randot.commitments.undertakings.Answers.Place;
import org.springframework.stereotype.Component;

/** Finding and showing tasks. */
@Component
class TaskReading {
    private final TaskRepository tasks;
    private final StageRepository stages;
    private final UndertakingRepository undertakings;
    private final AnswerRepository drafts;
    private final EvidenceRepository documents;
    private final NoteRepository notes;
    private final ExtensionRepository extensions;
    private final Answers answers;
    private final EvidenceRules rules;
    private final TaskSearch search;
    private final Catalogue catalogue;
    private final AccessPolicy access;
    private final CurrentActor currentActor;
    private final TaskDesk desk;
    private final PartWork parts;

    TaskReading(
            TaskRepository tasks,
            StageRepository stages,
            UndertakingRepository undertakings,
            AnswerRepository drafts,
            EvidenceRepository documents,
            NoteRepository notes,
            ExtensionRepository extensions,
            Answers answers,
            EvidenceRules rules,
            TaskSearch search,
            Catalogue catalogue,
            AccessPolicy access,
            CurrentActor currentActor,
            TaskDesk desk,
            PartWork parts) {
        this.tasks = tasks;
        this.stages = stages;
        this.undertakings = undertakings;
        this.drafts = drafts;
        this.documents = documents;
        this.notes = notes;
        this.extensions = extensions;
        this.answers = answers;
        this.rules = rules;
        this.search = search;
        this.catalogue = catalogue;
        this.access = access;
        this.currentActor = currentActor;
        this.desk = desk;
        this.parts = parts;
    }

    /** By due date, those without a date last; only what the actor may know of. */
    Paged<TaskSummary> list(TaskQuery query, Paging paging, Locale reader) {
        return sight().map(sight -> search.find(sight, query, paging, reader))
                .orElseGet(() -> Paged.of(List.of(), paging, 0));
    }

    /** All tasks of an undertaking, over or not. @throws Absent when the actor may not know of it */
    List<TaskSummary> of(UndertakingKey key, Locale reader) {
        access.requireSight(currentActor.get(), key.state());
        Undertaking undertaking = undertakings.byKey(key.toString()).orElseThrow(Absent::new);
        Commitment commitment = catalogue.byCode(key.commitment(), undertaking.packageVersion());
        return tasks.of(undertaking.id()).stream()
                .map(task -> summary(undertaking, task, commitment, reader))
                .toList();
    }

    Map<String, TaskCounts> countsByState() {
        return access.scope(currentActor.orSystem()).filter("*"::equals).isPresent()
                ? search.countsByState()
                : Map.of();
    }

    TaskCounts counts() {
        return sight().map(search::counts).orElse(TaskCounts.NONE);
    }

    private Optional<TaskSearch.Sight> sight() {
        Actor actor = currentActor.get();
        String state = actor.state();
        Optional<TaskSearch.Sight> whole = access.scope(actor).map(scope -> new TaskSearch.Sight(scope, ""));
        return whole.isEmpty() && state != null && access.contributes(actor, state)
                ? Optional.of(new TaskSearch.Sight(state, actor.id().toString()))
                : whole;
    }

    /** @throws Absent when there is none or the actor may not know of it */
    TaskView get(UUID id, Locale reader) {
        Task task = tasks.find(id).orElseThrow(Absent::new);
        Actor actor = currentActor.get();
        String state = task.undertaking.state();
        Optional<Delegation> part = parts.mine(task);
        if (part.isPresent()) {
            return parts.view(desk.place(task), stages.byId(task.stageId), part.get(), reader);
        }
        access.requireSightOfSubmissions(actor, state);
        return view(desk.place(task), stages.byId(task.stageId), access.ownsDrafts(actor, state), reader);
    }

    TaskSummary summary(UUID id, Locale reader) {
        Task task = tasks.find(id).orElseThrow(Absent::new);
        Actor actor = currentActor.get();
        Optional<Delegation> part = parts.mine(task);
        if (part.isPresent()) {
            return search.summary(task, desk.place(task).commitment(), part.get().version, reader);
        }
        access.requireSightOfSubmissions(actor, task.undertaking.state());
        int version = access.ownsDrafts(actor, task.undertaking.state())
                ? drafts.draft(id).map(AnswerRepository.Draft::version).orElse(0)
                : 0;
        return search.summary(task, desk.place(task).commitment(), version, reader);
    }

    private TaskView view(Place place, Stage stage, boolean own, Locale reader) {
        Task task = place.task();
        task.suspended = place.undertaking().standsStill();
        AnswerRepository.Draft draft = own ? drafts.draft(task.id).orElse(null) : null;
        AnswerRepository.Submission standing =
                drafts.submission(task.id, task.standing).orElse(null);
        ObjectNode values = values(task, draft, standing);
        Commitment.Stage definition = place.commitment().requireStage(task.stage);
        List<EvidenceView> attached = attached(task, standing, own);
        return new TaskView(
                search.summary(task, place.commitment(), draft == null ? 0 : draft.version(), reader),
                place.undertaking().applies() ? stage.status : StageStatus.NOT_APPLICABLE,
                place.commitment(),
                definition,
                place.definition(),
                answers.form(place),
                catalogue.texts(place.commitment(), reader),
                answers.context(place, attached),
                values,
                draft == null ? null : new TaskView.DraftInfo(draft.savedBy(), draft.savedAt()),
                standing == null
                        ? null
                        : new TaskView.Handed(
                                standing.version(),
                                standing.submittedByName(),
                                standing.submittedAt(),
                                standing.comment()),
                attached,
                rules.asked(place, values),
                own && task.status.isWithCoordinator()
                        ? documents.others(task.undertaking.state(), task.id)
                        : List.of(),
                stage.round == 0 ? List.of() : notes.marks(task.id, stage.round),
                stage.decision,
                stage.decisionText,
                notes.comments(task.id),
                place.undertaking().suspendedOn(),
                actions(task, stage, own));
    }

    private static ObjectNode values(
            Task task, AnswerRepository.@Nullable Draft draft, AnswerRepository.@Nullable Submission standing) {
        if (draft != null && (task.status.isWithCoordinator() || standing == null)) {
            return draft.values();
        }
        return standing != null ? standing.values() : Sql.emptyObject();
    }

    private List<EvidenceView> attached(Task task, AnswerRepository.@Nullable Submission standing, boolean own) {
        if (own) {
            return documents.ofTask(task.id);
        }
        return standing == null ? List.of() : documents.ofSubmission(standing.id());
    }

    private TaskSummary summary(Undertaking undertaking, Task task, Commitment commitment, Locale reader) {
        task.suspended = undertaking.standsStill();
        return search.summary(task, commitment, 0, reader);
    }

    private void addExtension(Stage stage, Set<TaskView.Action> actions) {
        if (stage.dueDate != null && extensions.asked(stage.id) < Extensions.MOST && !extensions.anyWaiting(stage.id)) {
            actions.add(TaskView.Action.EXTENSION);
        }
    }

    private Set<TaskView.Action> actions(Task task, Stage stage, boolean own) {
        Set<TaskView.Action> actions = EnumSet.noneOf(TaskView.Action.class);
        if (own) {
            actions.add(TaskView.Action.DESCRIBE);
        }
        if (own && task.status.isWithCoordinator()) {
            actions.addAll(EnumSet.of(
                    TaskView.Action.SAVE, TaskView.Action.EVIDENCE, TaskView.Action.COMMENT, TaskView.Action.DELEGATE));
            if (!task.suspended) {
                actions.addAll(EnumSet.of(TaskView.Action.SUBMIT, TaskView.Action.NOT_APPLICABLE));
                addExtension(stage, actions);
            }
            if (!currentActor.get().id().equals(task.assignee)) {
                actions.add(TaskView.Action.CLAIM);
            }
        }
        if (own && task.status == TaskStatus.SUBMITTED) {
            actions.add(TaskView.Action.COMMENT);
            if (!task.suspended
                    && !stage.openedByReviewer
                    && !stage.status.isSettled()
                    && !stage.status.isWithCoordinator()) {
                actions.add(TaskView.Action.RECALL);
            }
        }
        return actions;
    }
}
