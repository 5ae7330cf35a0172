package org.randot.commitments.status;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.identity.Actor;
import org.randot.commitments.identity.CurrentActor;
import org.randot.commitments.reference.CycleFact;
import org.randot.commitments.reference.Cycles;
import org.randot.commitments.review.FollowUps;
import org.randot.commitments.review.ReviewFact;
import org.randot.commitments.undertakings.UndertakingFact;
import org.randot.commitments.undertakings.UndertakingKey;
import org.randot.commitments.undertakings.Undertakings;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Hears what happens to undertakings and appends one status event for each of them, in the same transaction. One decision tells several
 * facts; the undertaking is looked at once, when the transaction is about to commit.
 */
@Component
class StatusProjection {
    private final StatusRecords records;
    private final Undertakings undertakings;
    private final FollowUps followUps;
    private final Cycles cycles;
    private final CurrentActor actor;
    private final EntityManager entities;
    private final Clock clock;

    StatusProjection(
            StatusRecords records,
            Undertakings undertakings,
            FollowUps followUps,
            Cycles cycles,
            CurrentActor actor,
            EntityManager entities,
            Clock clock) {
        this.records = records;
        this.undertakings = undertakings;
        this.followUps = followUps;
        this.cycles = cycles;
        this.actor = actor;
        this.entities = entities;
        this.clock = clock;
    }

    @EventListener
    void on(UndertakingFact fact) {
        changes().add(fact.undertaking(), fact.act());
    }

    @EventListener
    void on(ReviewFact.Decided fact) {
        changes().add(fact.undertaking(), fact.decision());
    }

    /** The cut-off date moves, also where no due date does. */
    @EventListener
    void on(CycleFact fact) {
        records.now(fact.cycle()).stream()
                .filter(row -> row.facts().certified())
                .forEach(row -> changes().add(UndertakingKey.parse(row.undertaking()), fact.act()));
    }

    @EventListener
    void on(ReviewFact.FollowUpClosed fact) {
        changes().add(fact.undertaking(), fact.act());
    }

    private Changes changes() {
        Changes changes = (Changes) TransactionSynchronizationManager.getResource(this);
        if (changes == null) {
            changes = new Changes();
            TransactionSynchronizationManager.bindResource(this, changes);
            TransactionSynchronizationManager.registerSynchronization(changes);
        }
        return changes;
    }

    private @Nullable LocalDate cutOff(UndertakingKey key) {
        return cycles.get(key.cycle()).cutOffDate();
    }

    private void project(UndertakingKey key, String acts) {
        CellFacts facts = CellFacts.of(undertakings.get(key), followUps.openDueDates(key), cutOff(key));
        records.append(key, clock.instant(), acts, facts);
    }

    /** What this transaction changed. Written before the audit record, which is the last. */
    private final class Changes implements TransactionSynchronization, Ordered {
        private final Map<UndertakingKey, TreeSet<String>> acts = new LinkedHashMap<>();

        void add(UndertakingKey key, String act) {
            acts.computeIfAbsent(key, any -> new TreeSet<>()).add(act);
        }

        @Override
        public int getOrder() {
            return 0;
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            entities.flush();
            actor.runAs(Actor.SYSTEM, () -> acts.forEach((key, names) -> project(key, String.join(" ", names))));
        }

        @Override
        public void afterCompletion(int outcome) {
            TransactionSynchronizationManager.unbindResourceIfPossible(StatusProjection.this);
        }
    }
}
