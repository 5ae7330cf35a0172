package org.randot.commitments.reminders.mail;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.randot.commitments.engine.DueWork;
import org.randot.commitments.identity.Actor;
import org.randot.commitments.identity.CurrentActor;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes what waits to be told into the outbox: news at once, reminders as the day's digest. */
@Component
@Order(2)
public class Composer implements DueWork {
    private final NewsBatch news;
    private final DigestBatch digests;
    private final CurrentActor actors;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Composer(
            NewsBatch news,
            DigestBatch digests,
            CurrentActor actors,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.news = news;
        this.digests = digests;
        this.actors = actors;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    public void runDue() {
        compose();
    }

    @Override
    public Optional<Instant> nextAfter(Instant instant) {
        return actors.callAs(Actor.SYSTEM, () -> transaction.execute(status -> digests.next(instant)));
    }

    /** Each batch in a transaction of its own. */
    public void compose() {
        actors.runAs(Actor.SYSTEM, () -> {
            boolean more = true;
            while (more) {
                more = Boolean.TRUE.equals(transaction.execute(status -> news.write()));
            }
            more = true;
            while (more) {
                more = Boolean.TRUE.equals(transaction.execute(status -> digests.write(clock.instant())));
            }
        });
    }
}
