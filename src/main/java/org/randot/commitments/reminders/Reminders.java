package org.randot.commitments.reminders;

import java.time.Instant;
import java.util.Optional;
import org.randot.commitments.engine.DueWork;
import org.randot.commitments.engine.StepContext;
import org.randot.commitments.identity.Actor;
import org.randot.commitments.identity.CurrentActor;
import org.randot.commitments.shared.Time;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Opens the ladders that diagrams ask for, and takes the steps that fell due. */
@Component
@Order(1)
public class Reminders implements DueWork {
    private final LadderPlaces places;
    private final Ladders ladders;
    private final StepBatch batch;
    private final CurrentActor actors;
    private final TransactionTemplate transaction;

    Reminders(
            LadderPlaces places,
            Ladders ladders,
            StepBatch batch,
            CurrentActor actors,
            PlatformTransactionManager transactions) {
        this.places = places;
        this.ladders = ladders;
        this.batch = batch;
        this.actors = actors;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * Takes every step that is due, batch by batch, each batch in a transaction of its own. Any number of nodes and threads may do so
     * at once: none waits for another, and every step is told once.
     *
     * @return how many steps this call took
     */
    public int takeDue() {
        int all = 0;
        int taken;
        do {
            Integer now = actors.callAs(Actor.SYSTEM, () -> transaction.execute(status -> batch.take()));
            taken = now == null ? 0 : now;
            all += taken;
        } while (taken > 0);
        return all;
    }

    @Override
    public Optional<Instant> nextAfter(Instant instant) {
        return actors.callAs(
                Actor.SYSTEM,
                () -> transaction.execute(
                        status -> ladders.nextDay(Time.dateOf(instant)).map(Time::startOf)));
    }

    @Override
    public void runDue() {
        takeDue();
    }

    /** Called by the timers of a diagram, in the transaction of the process. */
    void open(StepContext at, LadderKey.Kind kind) {
        places.of(at, kind).filter(LadderPlaces.Place::waits).ifPresent(place -> {
            if (place.due() != null) {
                ladders.open(place.key(), place.profile(), place.due(), place.from());
            }
        });
    }
}
