package org.randot.commitments.undertakings;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.randot.commitments.identity.CurrentActor;
import org.randot.commitments.packages.Catalogue;
import org.randot.commitments.reference.Cycle;
import org.randot.commitments.reference.Cycles;
import org.randot.commitments.reference.Participation;
import org.randot.commitments.reference.ParticipationEffect;
import org.randot.commitments.reference.ParticipationPreview;
import org.randot.commitments.shared.Ids;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A state that joins, or joins again, is launched what the others of an open cycle were launched; and what any change would do. */
@Component
class JoiningState implements ParticipationPreview {
    private final UndertakingRepository undertakings;
    private final LaunchRepository launches;
    private final Catalogue catalogue;
    private final Cycles cycles;
    private final AccessPolicy access;
    private final CurrentActor currentActor;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    JoiningState(
            UndertakingRepository undertakings,
            LaunchRepository launches,
            Catalogue catalogue,
            Cycles cycles,
            AccessPolicy access,
            CurrentActor currentActor,
            ApplicationEventPublisher events,
            Clock clock) {
        this.undertakings = undertakings;
        this.launches = launches;
        this.catalogue = catalogue;
        this.cycles = cycles;
        this.access = access;
        this.currentActor = currentActor;
        this.events = events;
        this.clock = clock;
    }

    /** What runs already is left as it is; what was cancelled goes on. */
    void join(String iso3) {
        for (Cycle cycle : open()) {
            List<UndertakingKey> keys = keys(cycle, iso3);
            if (!keys.isEmpty()) {
                UUID run = Ids.next();
                launches.insertRun(run, cycle.code(), currentActor.orSystem().username(), clock.instant());
                keys.forEach(key -> launches.insertItem(run, key));
                events.publishEvent(new LaunchRequested(run, cycle.code(), keys.size()));
            }
        }
    }

    @Override
    @Transactional(readOnly = true)
    public ParticipationEffect effect(String iso3, Participation participation) {
        access.requireAdministrator(currentActor.get());
        if (participation != Participation.ACTIVE) {
            long ending = cycles.all().stream()
                    .flatMap(cycle -> undertakings.list(cycle.code(), iso3, "").stream())
                    .filter(undertaking -> !undertaking.ended())
                    .count();
            return new ParticipationEffect(0, 0, ending);
        }
        long starting = 0;
        long goingOn = 0;
        for (Cycle cycle : open()) {
            for (UndertakingKey key : keys(cycle, iso3)) {
                var there = undertakings.byKey(key.toString());
                starting += there.isEmpty() ? 1 : 0;
                goingOn += there.filter(Undertaking::cancelled).isPresent() ? 1 : 0;
            }
        }
        return new ParticipationEffect(starting, goingOn, 0);
    }

    private List<Cycle> open() {
        return cycles.all().stream()
                .filter(cycle -> cycle.state().equals("OPEN") && cycle.meetingDate() != null)
                .toList();
    }

    private List<UndertakingKey> keys(Cycle cycle, String iso3) {
        Set<String> launched = undertakings.commitments(cycle.code());
        return catalogue.all().stream()
                .filter(commitment -> launched.contains(commitment.code()))
                .flatMap(commitment -> Launches.keys(cycle, iso3, commitment).stream())
                .toList();
    }
}
