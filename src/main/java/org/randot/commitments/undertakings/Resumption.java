package org.randot.commitments.undertakings;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.randot.commitments.engine.Interventions;
import org.randot.commitments.shared.Time;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Lets a cancelled undertaking go on where it stood: its state takes part again, or its reporting year is in the cycle again
 * (docs/adr/0007-cancelled-undertakings-can-go-on.md).
 */
@Component
class Resumption {
    private final UndertakingRepository undertakings;
    private final TaskRepository tasks;
    private final NoteRepository notes;
    private final StandStill standStill;
    private final MovedCalendar meeting;
    private final Applicability applicability;
    private final Interventions interventions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Resumption(
            UndertakingRepository undertakings,
            TaskRepository tasks,
            NoteRepository notes,
            StandStill standStill,
            MovedCalendar meeting,
            Applicability applicability,
            Interventions interventions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.undertakings = undertakings;
        this.tasks = tasks;
        this.notes = notes;
        this.standStill = standStill;
        this.meeting = meeting;
        this.applicability = applicability;
        this.interventions = interventions;
        this.events = events;
        this.clock = clock;
    }

    /** With the days that were left; what the meeting and the treaties did meanwhile is caught up. */
    void goOn(Undertaking cancelled) {
        Instant since = Objects.requireNonNull(cancelled.cancelledAt());
        int days = Math.toIntExact(ChronoUnit.DAYS.between(Time.dateOf(since), Time.today(clock)));
        undertakings.takeUp(cancelled.id());
        tasks.unshelve(cancelled.id());
        Undertaking now = undertakings.byId(cancelled.id());
        notes.happened(now.id(), now.key(), "", "TAKEN_UP", String.valueOf(days));
        boolean running = interventions.runs(now.key().toString());
        boolean goesOn = !now.standsStill();
        if (goesOn) {
            standStill.lengthen(now, days);
            standStill.end(now);
        }
        if (now.applies()) {
            meeting.catchUp(now, running);
        }
        events.publishEvent(new UndertakingFact.TakenUp(now.key(), since, goesOn ? days : 0));
        if (goesOn) {
            standStill.reschedule(now);
        }
        applicability.catchUp(now);
    }
}
