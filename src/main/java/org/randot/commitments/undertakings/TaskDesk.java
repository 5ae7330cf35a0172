package org.randot.commitments.undertakings;

import java.util.UUID;
import org.randot.commitments.identity.CurrentActor;
import org.randot.commitments.packages.Catalogue;
import org.randot.commitments.shared.Absent;
import org.randot.commitments.undertakings.Answers.Place;
import org.springframework.stereotype.Component;

/** The task that an actor may work on, and what it belongs to. */
@Component
class TaskDesk {
    private final TaskRepository tasks;
    private final UndertakingRepository undertakings;
    private final Catalogue catalogue;
    private final AccessPolicy access;
    private final CurrentActor currentActor;

    TaskDesk(
            TaskRepository tasks,
            UndertakingRepository undertakings,
            Catalogue catalogue,
            AccessPolicy access,
            CurrentActor currentActor) {
        this.tasks = tasks;
        this.undertakings = undertakings;
        this.catalogue = catalogue;
        this.access = access;
        this.currentActor = currentActor;
    }

    /** The task with its undertaking and the commitment as that undertaking knows it. */
    Place place(Task task) {
        Undertaking undertaking = undertakings.byId(task.undertakingId);
        return new Place(
                undertaking, catalogue.byCode(undertaking.key().commitment(), undertaking.packageVersion()), task);
    }

    /**
     * Holds the task for its coordinator, whose turn it must be.
     *
     * @throws Absent when the actor may not know of it
     * @throws NotWithCoordinator when it waits for somebody else
     */
    Task requireOpen(UUID id) {
        Task task = tasks.lock(id).orElseThrow(Absent::new);
        access.requireCoordinator(currentActor.get(), task.undertaking.state());
        if (!task.status.isWithCoordinator()) {
            throw new NotWithCoordinator();
        }
        return task;
    }

    /** @throws org.randot.commitments.shared.Refusal while nothing may be handed in, taken back or asked for */
    void requireRunning(Task task) {
        undertakings.byId(task.undertakingId).requireRunning();
    }

    /** The engine's task that waits behind it. */
    static String requireWaiting(Task task) {
        String engineTask = task.engineTask;
        if (engineTask == null) {
            throw new NotWithCoordinator();
        }
        return engineTask;
    }
}
