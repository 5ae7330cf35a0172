package org.randot.commitments.indicators;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.randot.commitments.identity.Actor;
import org.randot.commitments.identity.CurrentActor;
import org.randot.commitments.packages.Catalogue;
import org.randot.commitments.packages.Commitment;
import org.randot.commitments.packages.Indicator;
import org.randot.commitments.reference.TreatyFact;
import org.randot.commitments.undertakings.UndertakingFact;
import org.randot.commitments.undertakings.UndertakingKey;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Hears that a stage is settled and computes the indicators that read it, in the same transaction, once, when it is about to commit. The
 * same answers again change nothing; other answers make a new version and keep the old.
 */
@Component
class ValueProjection {
    private static final String EXACT = "EXACT";
    private static final String BREAK = "BREAK_IN_SERIES";
    private final Reading reading;
    private final Catalogue catalogue;
    private final ValueRepository values;
    private final Population population;
    private final CurrentActor actor;
    private final EntityManager entities;
    private final Clock clock;

    ValueProjection(
            Reading reading,
            Catalogue catalogue,
            ValueRepository values,
            Population population,
            CurrentActor actor,
            EntityManager entities,
            Clock clock) {
        this.reading = reading;
        this.catalogue = catalogue;
        this.values = values;
        this.population = population;
        this.actor = actor;
        this.entities = entities;
        this.clock = clock;
    }

    @EventListener
    void on(UndertakingFact.StageSettled fact) {
        note(fact.undertaking(), Set.of(Reading.shortCode(fact.stage())));
    }

    /** Rows of a treaty count or do not. */
    @EventListener
    void on(UndertakingFact.TreatyChanged fact) {
        note(fact.undertaking(), reading.stages(fact.undertaking()));
    }

    /** In what is completed too, until the meeting is over. */
    @EventListener
    void on(TreatyFact fact) {
        actor.runAs(
                Actor.SYSTEM, () -> reading.undertakings(fact.iso3()).forEach(key -> note(key, reading.stages(key))));
    }

    /** Nothing of it applies: it has no values. */
    @EventListener
    void on(UndertakingFact.SetAside fact) {
        note(fact.undertaking(), reading.stages(fact.undertaking()));
    }

    @EventListener
    void on(UndertakingFact.Applies fact) {
        note(fact.undertaking(), reading.stages(fact.undertaking()));
    }

    private void note(UndertakingKey undertaking, Set<String> stages) {
        Changes changes = (Changes) TransactionSynchronizationManager.getResource(this);
        if (changes == null) {
            changes = new Changes();
            TransactionSynchronizationManager.bindResource(this, changes);
            TransactionSynchronizationManager.registerSynchronization(changes);
        }
        changes.stages.computeIfAbsent(undertaking, any -> new TreeSet<>()).addAll(stages);
    }

    private void compute(UndertakingKey key, Set<String> stages) {
        Commitment commitment = reading.commitment(key);
        List<Indicator> concerned = catalogue.indicators(commitment).stream()
                .filter(indicator -> indicator.concernedStages().stream().anyMatch(stages::contains))
                .toList();
        if (concerned.isEmpty()) {
            return;
        }
        Map<Slot, ValueRepository.Kept> current = new HashMap<>();
        values.ofUndertaking(key).forEach(kept -> current.put(kept.slot(), kept));
        if (reading.isSetAside(key)) {
            current.keySet().forEach(slot -> values.supersede(key, slot, clock.instant()));
            return;
        }
        Approved approved = reading.approved(key);
        for (Indicator indicator : concerned) {
            Computation computation = new Computation(indicator, approved, year -> population.of(key.state(), year));
            write(key, commitment, indicator, computation, current);
        }
    }

    private void write(
            UndertakingKey key,
            Commitment commitment,
            Indicator indicator,
            Computation computation,
            Map<Slot, ValueRepository.Kept> current) {
        Set<Slot> seen = new HashSet<>();
        for (Computation.Computed computed : computation.values()) {
            seen.add(computed.slot());
            ValueRepository.Kept before = current.get(computed.slot());
            if (before == null || !isSame(before, computed)) {
                append(key, commitment, computed);
            }
        }
        Set<Integer> periods = new HashSet<>();
        seen.forEach(slot -> periods.add(slot.period()));
        current.keySet().stream()
                .filter(slot -> slot.indicator().equals(indicator.code()) && !seen.contains(slot))
                .filter(slot -> computation.isDated() || periods.contains(slot.period()))
                .forEach(slot -> values.supersede(key, slot, clock.instant()));
    }

    private static boolean isSame(ValueRepository.Kept before, Computation.Computed computed) {
        return before.outcome().sameAs(computed.outcome())
                && before.source().equals(computed.source())
                && before.qualifier().equals(BREAK) == computed.breaksSeries();
    }

    private void append(UndertakingKey key, Commitment commitment, Computation.Computed computed) {
        int before = values.newest(key, computed.slot());
        values.supersede(key, computed.slot(), clock.instant());
        values.insert(
                key,
                new ValueRepository.Kept(
                        key.toString(),
                        key.state(),
                        computed.slot(),
                        before + 1,
                        computed.outcome(),
                        qualifier(computed, before > 0),
                        computed.source()),
                commitment.version(),
                clock.instant());
    }

    private static String qualifier(Computation.Computed computed, boolean again) {
        if (computed.breaksSeries()) {
            return BREAK;
        }
        return again ? "REVISED" : computed.source().kind().equals(Source.ESTIMATE) ? "APPROX" : EXACT;
    }

    /** What this transaction settled. Written before the audit record, which is the last. */
    private final class Changes implements TransactionSynchronization, Ordered {
        private final Map<UndertakingKey, Set<String>> stages = new LinkedHashMap<>();

        @Override
        public int getOrder() {
            return 1;
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            entities.flush();
            actor.runAs(Actor.SYSTEM, () -> stages.forEach(ValueProjection.this::compute));
        }

        @Override
        public void afterCompletion(int outcome) {
            TransactionSynchronizationManager.unbindResourceIfPossible(ValueProjection.this);
        }
    }
}
