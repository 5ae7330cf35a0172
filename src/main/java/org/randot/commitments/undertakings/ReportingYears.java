package org.randot.commitments.undertakings;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.randot.commitments.engine.Interventions;
import org.randot.commitments.engine.StageKey;
import org.randot.commitments.identity.CurrentActor;
import org.randot.commitments.packages.Catalogue;
import org.randot.commitments.packages.Commitment;
import org.randot.commitments.reference.Cycle;
import org.randot.commitments.reference.States;
import org.randot.commitments.shared.Ids;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** A reporting year that enters the cycle is launched, one that drops out stays as data and no longer counts (domain.md 3.2, rule 4). */
@Component
class ReportingYears {
    private final UndertakingRepository undertakings;
    private final StageRepository stages;
    private final TaskRepository tasks;
    private final NoteRepository notes;
    private final LaunchRepository launches;
    private final Cancellation cancellation;
    private final StageDates dates;
    private final StagePlaces places;
    private final Catalogue catalogue;
    private final States states;
    private final Interventions interventions;
    private final CurrentActor currentActor;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ReportingYears(
            UndertakingRepository undertakings,
            StageRepository stages,
            TaskRepository tasks,
            NoteRepository notes,
            LaunchRepository launches,
            Cancellation cancellation,
            StageDates dates,
            StagePlaces places,
            Catalogue catalogue,
            States states,
            Interventions interventions,
            CurrentActor currentActor,
            ApplicationEventPublisher events,
            Clock clock) {
        this.undertakings = undertakings;
        this.stages = stages;
        this.tasks = tasks;
        this.notes = notes;
        this.launches = launches;
        this.cancellation = cancellation;
        this.dates = dates;
        this.places = places;
        this.catalogue = catalogue;
        this.states = states;
        this.interventions = interventions;
        this.currentActor = currentActor;
        this.events = events;
        this.clock = clock;
    }

    /** A year of a yearly stage that would come or go. */
    record Change(Commitment.Stage definition, int position, StageKey stage, boolean enters) {}

    /** What the years of this calendar change in the yearly stages of an undertaking. */
    List<Change> changes(Undertaking undertaking, List<Stage> known, Cycle calendar) {
        List<Change> changes = new ArrayList<>();
        if (undertaking.key().year() != null) {
            return changes;
        }
        Commitment commitment = catalogue.byCode(undertaking.key().commitment(), undertaking.packageVersion());
        for (int position = 0; position < commitment.stages().size(); position++) {
            Commitment.Stage definition = commitment.stages().get(position);
            if (definition.yearly()) {
                changes.addAll(changes(definition, position, known, calendar.reportingYears()));
            }
        }
        return changes;
    }

    private static List<Change> changes(
            Commitment.Stage definition, int position, List<Stage> known, List<Integer> years) {
        Set<StageKey> standing = new LinkedHashSet<>();
        known.stream()
                .filter(stage -> stage.key.code().equals(definition.code()) && !stage.dropped)
                .forEach(stage -> standing.add(stage.key));
        Set<StageKey> wanted = new LinkedHashSet<>();
        years.forEach(year -> wanted.add(new StageKey(definition.code(), year)));
        List<Change> changes = new ArrayList<>();
        standing.stream()
                .filter(stage -> !wanted.contains(stage))
                .forEach(stage -> changes.add(new Change(definition, position, stage, false)));
        wanted.stream()
                .filter(stage -> !standing.contains(stage))
                .forEach(stage -> changes.add(new Change(definition, position, stage, true)));
        return changes;
    }

    void follow(Undertaking undertaking, List<Change> changes) {
        for (Change change : changes) {
            if (change.enters()) {
                enter(undertaking, change);
            } else {
                stages.find(undertaking.id(), change.stage()).ifPresent(stage -> drop(undertaking, stage));
            }
        }
    }

    /** Of an undertaking whose process has not begun: it asks for the years itself. */
    void renew(Undertaking undertaking, List<Change> changes) {
        for (Change change : changes) {
            Stage stage = stages.find(undertaking.id(), change.stage()).orElseGet(() -> added(undertaking, change));
            stage.dropped = !change.enters();
            stages.save(stage);
        }
    }

    private void drop(Undertaking undertaking, Stage stage) {
        boolean settled = stage.status.isSettled();
        stage.dropped = true;
        if (!settled && stage.status != StageStatus.NOT_STARTED) {
            stage.status = stage.openAs;
        }
        stages.save(stage);
        tasks.park(stage);
        notes.happened(stage, "YEAR_DROPPED", "");
        events.publishEvent(new UndertakingFact.YearDropped(stage.undertaking, stage.key));
        if (!settled) {
            interventions.dropYear(places.of(undertaking, stage.key));
        }
    }

    private void enter(Undertaking undertaking, Change change) {
        Stage stage = stages.find(undertaking.id(), change.stage()).orElseGet(() -> added(undertaking, change));
        stage.dropped = false;
        stages.save(stage);
        notes.happened(stage, "YEAR_ADDED", "");
        events.publishEvent(new UndertakingFact.YearAdded(stage.undertaking, stage.key));
        if (!stage.status.isSettled() && isReached(undertaking, change.definition())) {
            boolean beside = interventions.addYear(places.of(undertaking, stage.key));
            stages.find(undertaking.id(), stage.key).ifPresent(started -> {
                started.beside = beside;
                stages.save(started);
            });
            if (undertaking.ended()) {
                undertakings.revive(undertaking.id());
            }
        }
    }

    private Stage added(Undertaking undertaking, Change change) {
        Stage stage = new Stage(Ids.next(), undertaking.id(), undertaking.key(), change.stage(), change.position(), 0);
        stage.dueDate = dates.due(undertaking, change.definition(), change.stage(), null)
                .orElse(null);
        stages.insert(stage);
        return stage;
    }

    private boolean isReached(Undertaking undertaking, Commitment.Stage definition) {
        return stages.of(undertaking.id()).stream()
                .filter(stage -> definition.after().contains(stage.key.code()) && !stage.dropped)
                .allMatch(stage -> stage.settledAt != null);
    }

    /** Where the undertaking itself is yearly: a year that left is cancelled, one that came, also again, is launched. */
    void followYearlyUndertakings(List<Undertaking> all, Cycle cycle) {
        YearlyChanges changes = yearlyUndertakings(all, cycle);
        changes.leaving().forEach(undertaking -> cancellation.cancel(undertaking, "YEAR_DROPPED", ""));
        launch(changes.entering(), cycle);
    }

    /** Undertakings that would go with their year, and keys of those that would come. */
    record YearlyChanges(List<Undertaking> leaving, Set<UndertakingKey> entering) {}

    YearlyChanges yearlyUndertakings(List<Undertaking> all, Cycle calendar) {
        Set<String> atWork = atWork(all);
        List<Undertaking> yearly = all.stream()
                .filter(undertaking -> undertaking.key().year() != null)
                .toList();
        List<Undertaking> leaving = yearly.stream()
                .filter(undertaking -> !undertaking.ended()
                        && !calendar.reportingYears().contains(undertaking.key().year()))
                .toList();
        Set<UndertakingKey> entering = new LinkedHashSet<>();
        yearly.stream()
                .map(Undertaking::key)
                .filter(key -> atWork.contains(key.state()))
                .forEach(key -> calendar.reportingYears()
                        .forEach(year ->
                                entering.add(new UndertakingKey(key.cycle(), key.state(), key.commitment(), year))));
        yearly.stream()
                .filter(undertaking -> !undertaking.cancelled())
                .forEach(undertaking -> entering.remove(undertaking.key()));
        return new YearlyChanges(leaving, entering);
    }

    /** States that take part, and those that were enabled one by one and have something to do. */
    private Set<String> atWork(List<Undertaking> all) {
        Set<String> atWork = new HashSet<>();
        states.active(Locale.ENGLISH).forEach(state -> atWork.add(state.iso3()));
        all.stream()
                .filter(undertaking -> !undertaking.ended())
                .forEach(undertaking -> atWork.add(undertaking.key().state()));
        return atWork;
    }

    private void launch(Set<UndertakingKey> wanted, Cycle cycle) {
        if (!wanted.isEmpty()) {
            UUID run = Ids.next();
            launches.insertRun(run, cycle.code(), currentActor.orSystem().username(), clock.instant());
            wanted.forEach(key -> launches.insertItem(run, key));
            events.publishEvent(new LaunchRequested(run, cycle.code(), wanted.size()));
        }
    }
}
