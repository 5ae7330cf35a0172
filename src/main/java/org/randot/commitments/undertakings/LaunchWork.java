package org.randot.commitments.undertakings;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.randot.commitments.engine.Processes;
import org.randot.commitments.engine.StageKey;
import org.randot.commitments.identity.Actor;
import org.randot.commitments.identity.CurrentActor;
import org.randot.commitments.packages.Catalogue;
import org.randot.commitments.packages.Commitment;
import org.randot.commitments.reference.Cycles;
import org.randot.commitments.shared.Ids;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Starts undertakings one by one, each in a transaction of its own; any number of nodes may work at the same launch. */
@Component
class LaunchWork {
    private static final Logger LOG = LoggerFactory.getLogger(LaunchWork.class);
    private static final int MOST_ATTEMPTS = 3;

    private final LaunchRepository launches;
    private final UndertakingRepository undertakings;
    private final StageRepository stages;
    private final NoteRepository notes;
    private final StageDates dates;
    private final Catalogue catalogue;
    private final Cycles cycles;
    private final Processes processes;
    private final Applicability applicability;
    private final Resumption resumption;
    private final CurrentActor currentActor;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    LaunchWork(
            LaunchRepository launches,
            UndertakingRepository undertakings,
            StageRepository stages,
            NoteRepository notes,
            StageDates dates,
            Catalogue catalogue,
            Cycles cycles,
            Processes processes,
            Applicability applicability,
            Resumption resumption,
            CurrentActor currentActor,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.launches = launches;
        this.undertakings = undertakings;
        this.stages = stages;
        this.notes = notes;
        this.dates = dates;
        this.catalogue = catalogue;
        this.cycles = cycles;
        this.processes = processes;
        this.applicability = applicability;
        this.resumption = resumption;
        this.currentActor = currentActor;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Works until no item is free. */
    void workOff() {
        currentActor.runAs(Actor.SYSTEM, () -> {
            boolean more = true;
            while (more) {
                more = next();
            }
        });
    }

    /** Works until every item is done, also those that others hold now. */
    void finish() {
        workOff();
        while (Boolean.TRUE.equals(
                currentActor.callAs(Actor.SYSTEM, () -> transaction.execute(status -> launches.anyWaiting())))) {
            try {
                TimeUnit.MILLISECONDS.sleep(50);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            }
            workOff();
        }
    }

    private boolean next() {
        LaunchRepository.Item[] taken = new LaunchRepository.Item[1];
        try {
            return Boolean.TRUE.equals(transaction.execute(status -> {
                Optional<LaunchRepository.Item> item = launches.take();
                item.ifPresent(found -> {
                    taken[0] = found;
                    launches.finish(found, start(found) ? "STARTED" : "ALREADY", "");
                });
                return item.isPresent();
            }));
        } catch (RuntimeException failed) {
            LaunchRepository.Item item = taken[0];
            if (item == null) {
                throw failed;
            }
            LOG.error("Undertaking {} was not started", item.undertaking(), failed);
            String status = item.attempts() + 1 < MOST_ATTEMPTS ? "WAITING" : "FAILED";
            transaction.executeWithoutResult(
                    again -> launches.finish(item, status, failed.getClass().getSimpleName()));
            return true;
        }
    }

    /** A cancelled one that is launched again goes on where it stood. */
    private boolean takesUp(UndertakingKey key) {
        Optional<Undertaking> cancelled = undertakings.byKey(key.toString()).filter(Undertaking::cancelled);
        cancelled.ifPresent(resumption::goOn);
        return cancelled.isPresent();
    }

    private boolean start(LaunchRepository.Item item) {
        UndertakingKey key = item.undertaking();
        Commitment commitment = catalogue.byCode(key.commitment());
        Undertaking undertaking = Undertaking.launched(Ids.next(), key, commitment.version(), clock.instant());
        if (!undertakings.insert(undertaking)) {
            return takesUp(key);
        }
        List<Integer> years = cycles.get(key.cycle()).reportingYears();
        for (int position = 0; position < commitment.stages().size(); position++) {
            Commitment.Stage definition = commitment.stages().get(position);
            List<StageKey> keys = definition.yearly()
                    ? years.stream()
                            .map(year -> new StageKey(definition.code(), year))
                            .toList()
                    : List.of(new StageKey(definition.code(), null));
            for (StageKey stageKey : keys) {
                Stage stage = new Stage(Ids.next(), undertaking.id(), key, stageKey, position, 0);
                stage.dueDate =
                        dates.due(undertaking, definition, stageKey, null).orElse(null);
                stages.insert(stage);
            }
        }
        notes.happened(undertaking.id(), key, "", "LAUNCHED", "");
        applicability
                .missing(commitment, key.state())
                .ifPresentOrElse(
                        treaty -> applicability.setAside(undertaking, treaty),
                        () -> processes.start(commitment.key(), key.toString(), key.state()));
        events.publishEvent(new UndertakingFact.Launched(key, undertaking.id(), item.run()));
        return true;
    }
}
