package org.randot.commitments.undertakings;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.randot.commitments.engine.Interventions;
import org.randot.commitments.engine.Processes;
import org.randot.commitments.identity.CurrentActor;
import org.randot.commitments.shared.Absent;
import org.randot.commitments.shared.ModuleApi;
import org.randot.commitments.shared.Time;
import org.springframework.context.ApplicationEventPublisher;

/** Force majeure, a change of government, a disaster: the chair lets the time of an undertaking stand still (domain.md 3.2, rule 6). */
@ModuleApi
public class Suspensions {
    private final UndertakingRepository undertakings;
    private final StageRepository stages;
    private final TaskRepository tasks;
    private final NoteRepository notes;
    private final StageDates dates;
    private final StageLife life;
    private final Interventions interventions;
    private final Processes processes;
    private final AccessPolicy access;
    private final CurrentActor currentActor;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Suspensions(
            UndertakingRepository undertakings,
            StageRepository stages,
            TaskRepository tasks,
            NoteRepository notes,
            StageDates dates,
            StageLife life,
            Interventions interventions,
            Processes processes,
            AccessPolicy access,
            CurrentActor currentActor,
            ApplicationEventPublisher events,
            Clock clock) {
        this.undertakings = undertakings;
        this.stages = stages;
        this.tasks = tasks;
        this.notes = notes;
        this.dates = dates;
        this.life = life;
        this.interventions = interventions;
        this.processes = processes;
        this.access = access;
        this.currentActor = currentActor;
        this.events = events;
        this.clock = clock;
    }

    /** Whether the actor may suspend, resume and reopen here. */
    public boolean isPermitted(UndertakingKey key) {
        access.requireSight(currentActor.get(), key.state());
        return access.mayChair(currentActor.get(), key.state());
    }

    /**
     * Stops timers, reminders and the counting of overdue days.
     *
     * @throws ReasonMissing without a reason
     * @throws LifecycleRefused when it is suspended already, or over
     */
    public void suspend(UndertakingKey key, String reason) {
        Undertaking undertaking = require(key);
        if (reason.isBlank()) {
            throw new ReasonMissing();
        }
        if (undertaking.ended()) {
            throw LifecycleRefused.conflict("over");
        }
        if (!undertakings.suspend(undertaking.id(), Time.today(clock))) {
            throw LifecycleRefused.conflict("alreadySuspended");
        }
        notes.happened(undertaking.id(), key, "", "SUSPENDED", reason.strip());
        interventions.suspend(key.toString());
        events.publishEvent(new UndertakingFact.Suspended(key, reason.strip()));
    }

    /**
     * What was open has the time that was left when it was suspended.
     *
     * @throws LifecycleRefused when it is not suspended
     */
    public void resume(UndertakingKey key) {
        Undertaking undertaking = require(key);
        LocalDate since = undertaking.suspendedOn();
        if (since == null) {
            throw LifecycleRefused.conflict("notSuspended");
        }
        int days = Math.toIntExact(ChronoUnit.DAYS.between(since, Time.today(clock)));
        undertakings.resume(undertaking.id());
        stages.of(undertaking.id()).stream()
                .filter(stage -> stage.openedOn != null && !stage.status.isSettled() && !stage.dropped)
                .forEach(stage -> lengthen(undertaking, stage, days));
        notes.happened(undertaking.id(), key, "", "RESUMED", String.valueOf(days));
        interventions.resume(key.toString());
        events.publishEvent(new UndertakingFact.Resumed(key, days));
        processes.reschedule(key.toString());
    }

    private void lengthen(Undertaking undertaking, Stage stage, int days) {
        LocalDate before = stage.dueDate;
        stage.pausedDays += days;
        stage.dueDate = dates.lengthened(undertaking, life.definition(undertaking, stage.key), stage, days)
                .orElse(null);
        stages.save(stage);
        if (!Objects.equals(before, stage.dueDate)) {
            tasks.moveDueDate(stage);
            notes.happened(stage, "DUE_DATE_MOVED", before + " → " + stage.dueDate);
        }
    }

    private Undertaking require(UndertakingKey key) {
        access.requireChair(currentActor.get(), key.state());
        return undertakings.byKey(key.toString()).orElseThrow(Absent::new);
    }
}
