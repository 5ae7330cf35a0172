package org.randot.commitments.undertakings;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.randot.commitments.identity.Actor;
import org.randot.commitments.identity.CurrentActor;
import org.randot.commitments.shared.Absent;
import org.randot.commitments.shared.Forbidden;
import org.randot.commitments.shared.Ids;
import org.randot.commitments.shared.ModuleApi;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.io.InputStreamSource;

/** Evidence of tasks: put in, attach, take off, read (domain.md 3.6, security.md 5). */
@ModuleApi
public class EvidenceFiles {
    public static final int LARGEST = 25 * 1024 * 1024;

    private final TaskRepository tasks;
    private final EvidenceRepository documents;
    private final EvidenceStore store;
    private final AccessPolicy access;
    private final CurrentActor currentActor;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final PartWork parts;

    EvidenceFiles(
            TaskRepository tasks,
            EvidenceRepository documents,
            EvidenceStore store,
            AccessPolicy access,
            CurrentActor currentActor,
            ApplicationEventPublisher events,
            Clock clock,
            PartWork parts) {
        this.tasks = tasks;
        this.documents = documents;
        this.store = store;
        this.access = access;
        this.currentActor = currentActor;
        this.events = events;
        this.clock = clock;
        this.parts = parts;
    }

    /**
     * Attaches a file to a task. Every upload is a document of its own; the same bytes are stored once per state.
     *
     * @throws EvidenceTooLarge over 25 MB
     * @throws EvidenceUnsupported when it is not a type we take or holds something active
     */
    public EvidenceView add(AddEvidence command, InputStreamSource content) {
        Task task = requireOpenOrPart(command.task());
        command.about().require();
        requireOwnVisibility(task, command.about());
        try (IncomingFile file = IncomingFile.receive(command.fileName(), content)) {
            return attach(task, keep(task, command, file));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Who may see a document is for the coordinator to say. */
    private void requireOwnVisibility(Task task, EvidenceAbout about) {
        if (parts.mine(task).isPresent() && about.visibility() != EvidenceVisibility.REVIEW) {
            throw new Forbidden();
        }
    }

    private EvidenceView keep(Task task, AddEvidence command, IncomingFile file) throws IOException {
        Actor actor = currentActor.get();
        String state = task.undertaking.state();
        if (documents.insertContent(state, file.sha256(), file.size())) {
            store.put(state, file.sha256(), file.path());
        }
        EvidenceAbout about = command.about();
        EvidenceView document = new EvidenceView(
                Ids.next(),
                about.title().isEmpty() ? Map.of(actor.language().tag(), command.fileName()) : about.title(),
                about.kind(),
                about.issuingAgency(),
                about.documentDate(),
                about.language(),
                about.classification(),
                about.visibility(),
                false,
                command.fileName(),
                file.type().mediaType(),
                file.size(),
                file.sha256(),
                clock.instant());
        documents.insert(state, document, actor.id());
        return document;
    }

    /**
     * Says otherwise what a document is (coordinator). Once it was handed in, only who may see it can be changed.
     *
     * @throws EvidenceRefused when it was handed in, or is to be public and is not classified so
     */
    public EvidenceView describe(UUID document, EvidenceAbout about) {
        EvidenceRepository.Stored stored = documents.hold(document).orElseThrow(Absent::new);
        requireCoordinatorOf(stored);
        EvidenceAbout before = stored.view().about();
        if (stored.view().submitted() && !before.seenBy(about.visibility()).equals(about)) {
            throw EvidenceRefused.handedIn();
        }
        about.require();
        documents.describe(document, about);
        if (!before.seenBy(about.visibility()).equals(about)) {
            events.publishEvent(new EvidenceFact.EvidenceDescribed(stored.state(), document, before, about));
        }
        if (before.visibility() != about.visibility()) {
            events.publishEvent(new EvidenceFact.EvidenceVisibilitySet(
                    stored.state(), document, before.visibility(), about.visibility()));
        }
        return documents.find(document).orElseThrow(Absent::new).view();
    }

    private void requireCoordinatorOf(EvidenceRepository.Stored stored) {
        Actor actor = currentActor.get();
        if (!access.ownsDrafts(actor, stored.state())) {
            require(stored.view().id());
            throw new Forbidden();
        }
    }

    /** Attaches a document that the state has already. */
    public EvidenceView link(UUID taskId, UUID document) {
        Task task = requireOpen(taskId);
        EvidenceRepository.Stored stored = documents.find(document).orElseThrow(Absent::new);
        if (!stored.state().equals(task.undertaking.state())) {
            throw new Absent();
        }
        return attach(task, stored.view());
    }

    private EvidenceView attach(Task task, EvidenceView document) {
        if (documents.link(task, document.id(), currentActor.get().id(), clock.instant())) {
            events.publishEvent(
                    new UndertakingFact.EvidenceAdded(task.undertaking, task.stage, document.id(), document.sha256()));
        }
        return document;
    }

    /** Takes a document off the draft. What was handed in keeps it. */
    public void remove(UUID taskId, UUID document) {
        Task task = requireOpenOrPart(taskId);
        requireOwnWhereContributed(task, document);
        EvidenceRepository.Stored stored = documents.find(document).orElseThrow(Absent::new);
        if (!documents.unlink(taskId, document)) {
            throw new Absent();
        }
        if (documents.forget(stored)) {
            store.remove(stored.state(), stored.view().sha256());
            documents.forgetContent(stored.state(), stored.view().sha256());
        }
        events.publishEvent(new UndertakingFact.EvidenceRemoved(task.undertaking, task.stage, document));
    }

    public EvidenceView get(UUID document) {
        return require(document).view();
    }

    /** The bytes as they were put in. */
    public InputStream open(UUID document) {
        EvidenceRepository.Stored stored = require(document);
        return store.open(stored.state(), stored.view().sha256());
    }

    private EvidenceRepository.Stored require(UUID document) {
        EvidenceRepository.Stored stored = documents.find(document).orElseThrow(Absent::new);
        Actor actor = currentActor.orSystem();
        if (access.contributes(actor, stored.state()) && documents.isContributed(document, actor.id())) {
            return stored;
        }
        access.requireSight(actor, stored.state());
        if (!access.ownsDrafts(actor, stored.state())) {
            if (!stored.view().submitted()) {
                throw new Absent();
            }
            access.requireSightOfSubmissions(actor, stored.state());
        }
        return stored;
    }

    /** Those who have a part of the task attach documents too; they see their own only. */
    private Task requireOpenOrPart(UUID id) {
        Task task = tasks.find(id).orElseThrow(Absent::new);
        if (parts.mine(task).isEmpty()) {
            return requireOpen(id);
        }
        parts.requireOpen(id);
        return task;
    }

    private void requireOwnWhereContributed(Task task, UUID document) {
        UUID actor = currentActor.get().id();
        boolean foreign = documents.ofTask(task.id, actor).stream()
                .noneMatch(own -> own.id().equals(document));
        if (parts.mine(task).isPresent() && foreign) {
            throw new Absent();
        }
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
