package org.randot.commitments.undertakings;

import java.time.Clock;
import java.time.LocalDate;
import org.randot.commitments.engine.Interventions;
import org.randot.commitments.engine.StageKey;
import org.randot.commitments.identity.CurrentActor;
import org.randot.commitments.reference.Cycles;
import org.randot.commitments.shared.Absent;
import org.randot.commitments.shared.ModuleApi;
import org.randot.commitments.shared.Time;
import org.springframework.context.ApplicationEventPublisher;

/** The chair has an approved stage corrected, until the report is circulated (domain.md 3.3). */
@ModuleApi
public class Reopenings {
    private final UndertakingRepository undertakings;
    private final StageRepository stages;
    private final TaskRepository tasks;
    private final NoteRepository notes;
    private final StageDates dates;
    private final StagePlaces places;
    private final Interventions interventions;
    private final Cycles cycles;
    private final AccessPolicy access;
    private final CurrentActor currentActor;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Reopenings(
            UndertakingRepository undertakings,
            StageRepository stages,
            TaskRepository tasks,
            NoteRepository notes,
            StageDates dates,
            StagePlaces places,
            Interventions interventions,
            Cycles cycles,
            AccessPolicy access,
            CurrentActor currentActor,
            ApplicationEventPublisher events,
            Clock clock) {
        this.undertakings = undertakings;
        this.stages = stages;
        this.tasks = tasks;
        this.notes = notes;
        this.dates = dates;
        this.places = places;
        this.interventions = interventions;
        this.cycles = cycles;
        this.access = access;
        this.currentActor = currentActor;
        this.events = events;
        this.clock = clock;
    }

    /**
     * The stage is returned with its answers; what was submitted stays as it is, later stages go on, and nothing happens twice.
     *
     * @throws LifecycleRefused when the stage is not approved, or the report has been circulated
     */
    public void reopen(UndertakingKey key, StageKey stageKey, String reason) {
        access.requireChair(currentActor.get(), key.state());
        Undertaking undertaking = undertakings.byKey(key.toString()).orElseThrow(Absent::new);
        Stage stage = stages.find(undertaking.id(), stageKey).orElseThrow(Absent::new);
        requirePossible(undertaking, stage, reason);
        stage.reopen(dates.afterReturn(stage, Time.today(clock)).orElse(null), reason.strip());
        stages.save(stage);
        tasks.reopen(stage);
        notes.happened(stage, "REOPENED", reason.strip());
        if (undertaking.ended()) {
            undertakings.revive(undertaking.id());
        }
        events.publishEvent(new UndertakingFact.StageReopened(key, stageKey, stage.dueDate));
        interventions.repeat(places.of(undertaking, stageKey));
    }

    private void requirePossible(Undertaking undertaking, Stage stage, String reason) {
        if (reason.isBlank()) {
            throw new ReasonMissing();
        }
        undertaking.requireRunning();
        if (undertaking.cancelled() || stage.dropped || !stage.status.isApproved()) {
            throw LifecycleRefused.conflict("notApproved");
        }
        LocalDate circulated = cycles.get(undertaking.key().cycle()).circulationDate();
        if (circulated == null || Time.today(clock).isAfter(circulated)) {
            throw LifecycleRefused.rule("reportCirculated");
        }
    }
}
