package org.randot.commitments.undertakings;

import java.time.Clock;
import java.time.Instant;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Stops an undertaking where it stands: what it holds can still be read, and nothing of it waits or counts any more, until it goes on
 * (docs/adr/0007-cancelled-undertakings-can-go-on.md).
 */
@Component
class Cancellation {
    private final UndertakingRepository undertakings;
    private final TaskRepository tasks;
    private final NoteRepository notes;
    private final StandStill standStill;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Cancellation(
            UndertakingRepository undertakings,
            TaskRepository tasks,
            NoteRepository notes,
            StandStill standStill,
            ApplicationEventPublisher events,
            Clock clock) {
        this.undertakings = undertakings;
        this.tasks = tasks;
        this.notes = notes;
        this.standStill = standStill;
        this.events = events;
        this.clock = clock;
    }

    /** @param act what the history says */
    void cancel(Undertaking undertaking, String act, String reason) {
        Instant now = clock.instant();
        undertakings.cancel(undertaking.id(), now);
        tasks.shelve(undertaking.id());
        notes.happened(undertaking.id(), undertaking.key(), "", act, reason);
        events.publishEvent(new UndertakingFact.Cancelled(undertaking.key(), reason));
        standStill.begin(undertaking);
    }
}
