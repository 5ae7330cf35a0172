package org.randot.commitments.undertakings;

import java.time.Instant;
import java.util.Optional;
import org.randot.commitments.engine.DueWork;
import org.randot.commitments.identity.Actor;
import org.randot.commitments.identity.CurrentActor;
import org.randot.commitments.reference.Cycles;
import org.randot.commitments.reference.Participation;
import org.randot.commitments.reference.ParticipationFact;
import org.randot.commitments.reference.Participations;
import org.randot.commitments.shared.Time;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** When a state leaves the exercise its undertakings stop where they stand and can only be read; when it joins, they start or go on (domain.md 3.7). */
@Component
class ParticipationWatch implements DueWork {
    private final Participations participations;
    private final Cycles cycles;
    private final UndertakingRepository undertakings;
    private final Cancellation cancellation;
    private final JoiningState joining;
    private final CurrentActor currentActor;

    ParticipationWatch(
            Participations participations,
            Cycles cycles,
            UndertakingRepository undertakings,
            Cancellation cancellation,
            JoiningState joining,
            CurrentActor currentActor) {
        this.participations = participations;
        this.cycles = cycles;
        this.undertakings = undertakings;
        this.cancellation = cancellation;
        this.joining = joining;
        this.currentActor = currentActor;
    }

    @EventListener
    void on(ParticipationFact fact) {
        if (fact.participation() == Participation.ACTIVE) {
            joining.join(fact.iso3());
            return;
        }
        cycles.all().stream()
                .flatMap(cycle -> undertakings.list(cycle.code(), fact.iso3(), "").stream())
                .filter(undertaking -> !undertaking.ended())
                .forEach(undertaking -> cancellation.cancel(undertaking, "CANCELLED", fact.reason()));
    }

    @Override
    public Optional<Instant> nextAfter(Instant instant) {
        return participations.nextAfter(Time.dateOf(instant)).map(Time::startOf);
    }

    @Override
    public void runDue() {
        currentActor.runAs(Actor.SYSTEM, participations::carryOut);
    }
}
