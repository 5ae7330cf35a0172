package org.randot.commitments.undertakings;

import org.randot.commitments.engine.Processes;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Ends an undertaking where it stands: what it holds can still be read, and nothing of it waits or counts any more. */
@Component
class Cancellation {
    private final UndertakingRepository undertakings;
    private final StageRepository stages;
    private final TaskRepository tasks;
    private final NoteRepository notes;
    private final Processes processes;
    private final ApplicationEventPublisher events;

    Cancellation(
            UndertakingRepository undertakings,
            StageRepository stages,
            TaskRepository tasks,
            NoteRepository notes,
            Processes processes,
            ApplicationEventPublisher events) {
        this.undertakings = undertakings;
        this.stages = stages;
        this.tasks = tasks;
        this.notes = notes;
        this.processes = processes;
        this.events = events;
    }

    /** @param act what the history says */
    void cancel(Undertaking undertaking, String act, String reason) {
        undertakings.cancel(undertaking.id());
        stages.of(undertaking.id()).forEach(tasks::park);
        notes.happened(undertaking.id(), undertaking.key(), "", act, reason);
        events.publishEvent(new UndertakingFact.Cancelled(undertaking.key(), reason));
        processes.cancel(undertaking.key().toString(), act);
    }
}
