package org.randot.commitments.undertakings;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.engine.Processes;
import org.randot.commitments.engine.StageKey;
import org.randot.commitments.identity.CurrentActor;
import org.randot.commitments.reference.Cycles;
import org.randot.commitments.shared.Absent;
import org.randot.commitments.shared.Ids;
import org.randot.commitments.shared.ModuleApi;
import org.randot.commitments.shared.Time;
import org.springframework.context.ApplicationEventPublisher;

/** More time for a stage: the coordinator asks, a reviewer decides (domain.md 3.2, rule 5). */
@ModuleApi
public class Extensions {
    /** How often a stage may be asked for. */
    static final int MOST = 2;

    private static final int LONGEST_REASON = 4000;

    private final UndertakingRepository undertakings;
    private final StageRepository stages;
    private final TaskRepository tasks;
    private final ExtensionRepository extensions;
    private final NoteRepository notes;
    private final Cycles cycles;
    private final Processes processes;
    private final AccessPolicy access;
    private final CurrentActor currentActor;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Extensions(
            UndertakingRepository undertakings,
            StageRepository stages,
            TaskRepository tasks,
            ExtensionRepository extensions,
            NoteRepository notes,
            Cycles cycles,
            Processes processes,
            AccessPolicy access,
            CurrentActor currentActor,
            ApplicationEventPublisher events,
            Clock clock) {
        this.undertakings = undertakings;
        this.stages = stages;
        this.tasks = tasks;
        this.extensions = extensions;
        this.notes = notes;
        this.cycles = cycles;
        this.processes = processes;
        this.access = access;
        this.currentActor = currentActor;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Asks for a later due date.
     *
     * @param until later than the due date, not past the cut-off date
     * @throws LifecycleRefused for a date that cannot be, a third request, or a second one at the same time
     */
    public UUID request(UndertakingKey key, StageKey stageKey, @Nullable LocalDate until, String reason) {
        access.requireCoordinator(currentActor.get(), key.state());
        Undertaking undertaking = undertakings.byKey(key.toString()).orElseThrow(Absent::new);
        Stage stage = stages.find(undertaking.id(), stageKey).orElseThrow(Absent::new);
        if (!stage.status.isWithCoordinator() || stage.dropped || undertaking.cancelled()) {
            throw new NotWithCoordinator();
        }
        undertaking.requireRunning();
        if (reason.isBlank()) {
            throw new ReasonMissing();
        }
        if (reason.length() > LONGEST_REASON) {
            throw LifecycleRefused.rule("reasonTooLong", LONGEST_REASON);
        }
        LocalDate date = requireDate(stage, until);
        requireTurn(stage);
        UUID id = Ids.next();
        extensions.insert(id, stage, date, reason.strip(), currentActor.get(), clock.instant());
        notes.happened(stage, "EXTENSION_REQUESTED", date.toString());
        events.publishEvent(new UndertakingFact.ExtensionRequested(key, stageKey, id, date, reason.strip()));
        return id;
    }

    private LocalDate requireDate(Stage stage, @Nullable LocalDate until) {
        LocalDate due = stage.dueDate;
        if (until == null || due == null || !until.isAfter(due) || until.isBefore(Time.today(clock))) {
            throw LifecycleRefused.rule("extensionNotLater");
        }
        LocalDate cutOff = cycles.get(stage.undertaking.cycle()).cutOffDate();
        if (cutOff != null && until.isAfter(cutOff)) {
            throw LifecycleRefused.rule("extensionPastCutOff", cutOff);
        }
        return until;
    }

    private void requireTurn(Stage stage) {
        if (extensions.anyWaiting(stage.id)) {
            throw LifecycleRefused.conflict("extensionWaits");
        }
        if (extensions.asked(stage.id) >= MOST) {
            throw LifecycleRefused.rule("extensionsUsedUp");
        }
    }

    /** Called by the review module: the request was granted or refused. */
    public void decided(UUID id, boolean granted) {
        ExtensionRepository.Extension extension = extensions.hold(id).orElseThrow(Absent::new);
        UndertakingKey key = extension.undertaking();
        access.requireReview(currentActor.orSystem(), key.state());
        if (extension.decided()) {
            throw LifecycleRefused.conflict("extensionDecided");
        }
        Undertaking undertaking = undertakings.byKey(key.toString()).orElseThrow(Absent::new);
        Stage stage = stages.find(undertaking.id(), extension.stage()).orElseThrow(Absent::new);
        extensions.decide(id, granted ? "GRANT" : "REFUSE", clock.instant());
        if (granted) {
            grant(stage, extension);
        } else {
            notes.happened(stage, "EXTENSION_REFUSED", "");
            events.publishEvent(new UndertakingFact.ExtensionRefused(key, stage.key, id, stage.dueDate));
        }
    }

    private void grant(Stage stage, ExtensionRepository.Extension extension) {
        LocalDate until = extension.until();
        LocalDate before = stage.dueDate;
        LocalDate cutOff = cycles.get(stage.undertaking.cycle()).cutOffDate();
        LocalDate due = cutOff != null && until.isAfter(cutOff) ? cutOff : until;
        stage.dueDate = due;
        stage.dueGranted = true;
        stages.save(stage);
        tasks.moveDueDate(stage);
        notes.happened(stage, "EXTENSION_GRANTED", before + " → " + due);
        events.publishEvent(new UndertakingFact.ExtensionGranted(stage.undertaking, stage.key, extension.id(), due));
        processes.reschedule(stage.undertaking.toString());
    }
}
