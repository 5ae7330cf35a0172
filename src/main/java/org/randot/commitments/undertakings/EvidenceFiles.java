package org.randot.commitments.undertakings;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.randot.commitments.identity.Actor;
import org.randot.commitments.identity.CurrentActor;
import org.randot.commitments.shared.Absent;
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
     * Attaches a file to a task. The same bytes are stored once per state.
     *
     * @throws EvidenceTooLarge over 25 MB
     * @throws EvidenceUnsupported when it is not a type we take or holds something active
     */
    public EvidenceView add(AddEvidence command, InputStreamSource content) {
        Task task = requireOpenOrPart(command.task());
        if (EvidenceKind.of(command.kind()).isEmpty()) {
            throw new EvidenceKindMissing();
        }
        try {
            Path file = Files.createTempFile("evidence", ".upload");
            try {
                String sha256 = receive(content, file);
                EvidenceType type = EvidenceInspection.inspect(command.fileName(), file);
                return attach(task, keep(task, command, type, sha256, file));
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String receive(InputStreamSource content, Path file) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream in = content.getInputStream();
                OutputStream out = Files.newOutputStream(file)) {
            byte[] piece = new byte[64 * 1024];
            long size = 0;
            for (int count = in.read(piece); count > 0; count = in.read(piece)) {
                size += count;
                if (size > LARGEST) {
                    throw new EvidenceTooLarge();
                }
                digest.update(piece, 0, count);
                out.write(piece, 0, count);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private EvidenceView keep(Task task, AddEvidence command, EvidenceType type, String sha256, Path file)
            throws IOException {
        Actor actor = currentActor.get();
        String state = task.undertaking.state();
        long size = Files.size(file);
        if (documents.insertContent(state, sha256, size)) {
            store.put(state, sha256, file);
        }
        documents.insert(
                state,
                new EvidenceView(
                        Ids.next(),
                        command.title().isEmpty()
                                ? Map.of(actor.language().tag(), command.fileName())
                                : command.title(),
                        command.kind(),
                        command.issuingAgency(),
                        command.documentDate(),
                        command.language(),
                        command.classification(),
                        command.fileName(),
                        type.mediaType(),
                        size,
                        sha256,
                        clock.instant()),
                actor.id());
        return documents.find(state, sha256, command.kind()).orElseThrow().view();
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
            if (!stored.submitted()) {
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
