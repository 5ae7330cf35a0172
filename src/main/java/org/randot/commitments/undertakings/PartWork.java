package org.randot.commitments.undertakings;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.randot.commitments.forms.Form;
import org.randot.commitments.forms.FormFinding;
import org.randot.commitments.identity.Actor;
import org.randot.commitments.identity.CurrentActor;
import org.randot.commitments.packages.Catalogue;
import org.randot.commitments.shared.Absent;
import org.randot.commitments.shared.Forbidden;
import org.randot.commitments.undertakings.Answers.Place;
import org.springframework.stereotype.Component;

/** What somebody sees and does who has a part of a task and may know of nothing else. */
@Component
class PartWork {
    private final DelegationRepository delegations;
    private final TaskRepository tasks;
    private final EvidenceRepository documents;
    private final NoteRepository notes;
    private final Answers answers;
    private final TaskSearch search;
    private final Catalogue catalogue;
    private final AccessPolicy access;
    private final CurrentActor currentActor;
    private final Clock clock;
    private final TaskDesk desk;

    PartWork(
            DelegationRepository delegations,
            TaskRepository tasks,
            EvidenceRepository documents,
            NoteRepository notes,
            Answers answers,
            TaskSearch search,
            Catalogue catalogue,
            AccessPolicy access,
            CurrentActor currentActor,
            Clock clock,
            TaskDesk desk) {
        this.delegations = delegations;
        this.tasks = tasks;
        this.documents = documents;
        this.notes = notes;
        this.answers = answers;
        this.search = search;
        this.catalogue = catalogue;
        this.access = access;
        this.currentActor = currentActor;
        this.clock = clock;
        this.desk = desk;
    }

    /** The actor's part of this task; empty for those who are no contributors of its state, or have none. */
    Optional<Delegation> mine(Task task) {
        Actor actor = currentActor.get();
        return access.contributes(actor, task.undertaking.state())
                ? delegations.living(task.id, actor.id())
                : Optional.empty();
    }

    /** Holds the actor's part to work on it. @throws NotWithCoordinator when it is back already, or the task handed in */
    Delegation requireOpen(UUID id) {
        Task task = tasks.lock(id).orElseThrow(Absent::new);
        Delegation part = mine(task).orElseThrow(Absent::new);
        if (part.status != DelegationStatus.OPEN || !task.status.isWithCoordinator()) {
            throw new NotWithCoordinator();
        }
        return part;
    }

    Form form(Place place, Delegation part) {
        Form whole = answers.form(place);
        return whole.only(part.keys(whole));
    }

    TaskView view(Place place, Stage stage, Delegation part, Locale reader) {
        Task task = place.task();
        boolean open = part.status == DelegationStatus.OPEN && task.status.isWithCoordinator();
        Form form = form(place, part);
        List<EvidenceView> own = documents.ofTask(task.id, part.person);
        return new TaskView(
                search.summary(task, place.commitment(), part.version, reader),
                stage.status,
                place.commitment(),
                place.commitment().requireStage(task.stage),
                place.definition(),
                form,
                catalogue.texts(place.commitment(), reader),
                answers.narrowContext(place, own),
                part.answers,
                new TaskView.DraftInfo(part.personName, part.changedAt),
                null,
                own,
                place.definition().evidence().stream()
                        .map(rule -> new TaskView.EvidenceAsked(rule, true))
                        .toList(),
                List.of(),
                marks(task, stage, form),
                null,
                null,
                List.of(),
                null,
                open ? actions(part) : Set.of());
    }

    private static Set<TaskView.Action> actions(Delegation part) {
        return part.link
                ? EnumSet.of(TaskView.Action.SAVE)
                : EnumSet.of(TaskView.Action.SAVE, TaskView.Action.EVIDENCE, TaskView.Action.FINISH);
    }

    private List<Mark> marks(Task task, Stage stage, Form form) {
        List<String> keys = form.keys();
        return stage.round == 0
                ? List.of()
                : notes.marks(task.id, stage.round).stream()
                        .filter(mark -> mark.field().startsWith("/")
                                && keys.contains(mark.field().split("/", 3)[1]))
                        .toList();
    }

    /** @throws Forbidden when there are answers to fields that are not the person's */
    DraftSaved save(SaveDraft command, Locale reader) {
        Delegation part = requireOpen(command.task());
        Place place = desk.place(tasks.find(command.task()).orElseThrow(Absent::new));
        Form form = form(place, part);
        ObjectNode values = answers.storable(command.values());
        requireOwn(values, form);
        if (part.version != command.over(part.version, part.page)) {
            throw new DraftConflict(new DraftConflict.Current(
                    part.version, part.answers, part.person, part.personName, part.changedAt));
        }
        ObjectNode entered = form.entered(values);
        if (!entered.equals(part.answers)) {
            part.answers = entered;
            part.page = command.page();
            part.become(part.status, clock.instant());
            delegations.save(part);
        }
        return new DraftSaved(part.version, part.changedAt, findings(place, form, entered, reader));
    }

    private static void requireOwn(ObjectNode values, Form form) {
        Set<String> given = new HashSet<>();
        values.fieldNames().forEachRemaining(given::add);
        if (!form.keys().containsAll(given)) {
            throw new Forbidden();
        }
    }

    List<FormFinding> check(UUID id, Locale reader) {
        Delegation part = requireOpen(id);
        Place place = desk.place(tasks.find(id).orElseThrow(Absent::new));
        return findings(place, form(place, part), part.answers, reader);
    }

    private List<FormFinding> findings(Place place, Form form, ObjectNode values, Locale reader) {
        return answers.check(place, form, values, reader).findings();
    }
}
