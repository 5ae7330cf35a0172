package org.randot.commitments.undertakings;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.randot.commitments.identity.CurrentActor;
import org.randot.commitments.shared.Absent;
import org.randot.commitments.shared.ModuleApi;
import org.randot.commitments.shared.Time;
import org.springframework.context.ApplicationEventPublisher;

/** Force majeure, a change of government, a disaster: the chair lets the time of an undertaking stand still (domain.md 3.2, rule 6). */
@ModuleApi
public class Suspensions {
    private final UndertakingRepository undertakings;
    private final NoteRepository notes;
    private final StandStill standStill;
    private final AccessPolicy access;
    private final CurrentActor currentActor;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Suspensions(
            UndertakingRepository undertakings,
            NoteRepository notes,
            StandStill standStill,
            AccessPolicy access,
            CurrentActor currentActor,
            ApplicationEventPublisher events,
            Clock clock) {
        this.undertakings = undertakings;
        this.notes = notes;
        this.standStill = standStill;
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
        if (!undertaking.applies()) {
            throw new DoesNotApply();
        }
        if (!undertakings.suspend(undertaking.id(), Time.today(clock))) {
            throw LifecycleRefused.conflict("alreadySuspended");
        }
        notes.happened(undertaking.id(), key, "", "SUSPENDED", reason.strip());
        standStill.begin(undertaking);
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
        if (!undertaking.applies()) {
            throw new DoesNotApply();
        }
        int days = Math.toIntExact(ChronoUnit.DAYS.between(since, Time.today(clock)));
        undertakings.resume(undertaking.id());
        standStill.lengthen(undertaking, days);
        notes.happened(undertaking.id(), key, "", "RESUMED", String.valueOf(days));
        standStill.end(undertaking);
        events.publishEvent(new UndertakingFact.Resumed(key, days));
        standStill.reschedule(undertaking);
    }

    private Undertaking require(UndertakingKey key) {
        access.requireChair(currentActor.get(), key.state());
        return undertakings.byKey(key.toString()).orElseThrow(Absent::new);
    }
}
