package org.randot.commitments.undertakings;

import java.time.LocalDate;
import java.util.Objects;
import org.randot.commitments.engine.Interventions;
import org.randot.commitments.engine.Processes;
import org.springframework.stereotype.Component;

/** Stops the process of an undertaking where it is, and lets it go on with the time that was left. */
@Component
class StandStill {
    private final StageRepository stages;
    private final TaskRepository tasks;
    private final NoteRepository notes;
    private final StageDates dates;
    private final StageLife life;
    private final Interventions interventions;
    private final Processes processes;

    StandStill(
            StageRepository stages,
            TaskRepository tasks,
            NoteRepository notes,
            StageDates dates,
            StageLife life,
            Interventions interventions,
            Processes processes) {
        this.stages = stages;
        this.tasks = tasks;
        this.notes = notes;
        this.dates = dates;
        this.life = life;
        this.interventions = interventions;
        this.processes = processes;
    }

    void begin(Undertaking undertaking) {
        interventions.suspend(undertaking.key().toString());
    }

    /** Whatever is open has so many more days. */
    void lengthen(Undertaking undertaking, int days) {
        stages.of(undertaking.id()).stream()
                .filter(stage -> stage.openedOn != null && !stage.status.isSettled() && !stage.dropped)
                .forEach(stage -> lengthen(undertaking, stage, days));
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

    void end(Undertaking undertaking) {
        interventions.resume(undertaking.key().toString());
    }

    /** Timers ask for their dates anew, once all others know of the end. */
    void reschedule(Undertaking undertaking) {
        processes.reschedule(undertaking.key().toString());
    }
}
