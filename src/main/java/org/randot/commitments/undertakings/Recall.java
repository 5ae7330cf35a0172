package org.randot.commitments.undertakings;

import java.util.List;
import java.util.UUID;
import org.randot.commitments.engine.Processes;
import org.randot.commitments.identity.CurrentActor;
import org.randot.commitments.shared.Absent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Taking a submission back. */
@Component
class Recall {
    private final TaskRepository tasks;
    private final StageRepository stages;
    private final NoteRepository notes;
    private final Processes processes;
    private final AccessPolicy access;
    private final CurrentActor currentActor;
    private final ApplicationEventPublisher events;
    private final TaskDesk desk;

    Recall(
            TaskRepository tasks,
            StageRepository stages,
            NoteRepository notes,
            Processes processes,
            AccessPolicy access,
            CurrentActor currentActor,
            ApplicationEventPublisher events,
            TaskDesk desk) {
        this.tasks = tasks;
        this.stages = stages;
        this.notes = notes;
        this.processes = processes;
        this.access = access;
        this.currentActor = currentActor;
        this.events = events;
        this.desk = desk;
    }

    /** Takes a submission back; possible until a reviewer opened it. */
    void recall(UUID id) {
        Task task = tasks.lock(id).orElseThrow(Absent::new);
        access.requireCoordinator(currentActor.get(), task.undertaking.state());
        desk.requireRunning(task);
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
}
