package org.randot.commitments.undertakings;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.engine.Processes;
import org.randot.commitments.identity.CurrentActor;
import org.randot.commitments.reference.CalendarPreview;
import org.randot.commitments.reference.Cycle;
import org.randot.commitments.reference.CycleFact;
import org.randot.commitments.reference.Cycles;
import org.randot.commitments.reference.DueDateShift;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Recalculates open due dates when the meeting or the cut-off date moves, and tells beforehand what would (domain.md 3.2, rule 4). */
@Component
class MovedCalendar implements CalendarPreview {
    private final UndertakingRepository undertakings;
    private final StageRepository stages;
    private final TaskRepository tasks;
    private final NoteRepository notes;
    private final StageDates dates;
    private final StageLife life;
    private final ReportingYears years;
    private final Processes processes;
    private final Cycles cycles;
    private final AccessPolicy access;
    private final CurrentActor currentActor;
    private final ApplicationEventPublisher events;

    MovedCalendar(
            UndertakingRepository undertakings,
            StageRepository stages,
            TaskRepository tasks,
            NoteRepository notes,
            StageDates dates,
            StageLife life,
            ReportingYears years,
            Processes processes,
            Cycles cycles,
            AccessPolicy access,
            CurrentActor currentActor,
            ApplicationEventPublisher events) {
        this.undertakings = undertakings;
        this.stages = stages;
        this.tasks = tasks;
        this.notes = notes;
        this.dates = dates;
        this.life = life;
        this.years = years;
        this.processes = processes;
        this.cycles = cycles;
        this.access = access;
        this.currentActor = currentActor;
        this.events = events;
    }

    @EventListener
    void on(CycleFact fact) {
        Cycle cycle = cycles.get(fact.cycle());
        List<Undertaking> all = undertakings.list(fact.cycle(), "*", "");
        for (Undertaking undertaking : all) {
            if (!undertaking.cancelled() && undertaking.applies()) {
                follow(undertaking, cycle, fact.reason());
            }
        }
        years.followYearlyUndertakings(all, cycle);
    }

    /** What did not apply while the calendar moved has its dates by the calendar as it is now; {@code running}: it has a process. */
    void catchUp(Undertaking undertaking, boolean running) {
        Cycle cycle = cycles.get(undertaking.key().cycle());
        if (running) {
            follow(undertaking, cycle, "");
        } else {
            years.renew(undertaking, years.changes(undertaking, stages.of(undertaking.id()), cycle));
            stages.of(undertaking.id()).stream()
                    .filter(MovedCalendar::isOpen)
                    .forEach(stage -> moves(undertaking, stage, cycle, ""));
        }
    }

    private void follow(Undertaking undertaking, Cycle cycle, String reason) {
        List<ReportingYears.Change> changes = years.changes(undertaking, stages.of(undertaking.id()), cycle);
        years.follow(undertaking, changes);
        boolean moved = !changes.isEmpty();
        for (Stage stage : stages.of(undertaking.id())) {
            moved |= isOpen(stage) && moves(undertaking, stage, cycle, reason);
        }
        if (moved) {
            events.publishEvent(new UndertakingFact.DueDatesMoved(undertaking.key(), reason, cycle.version()));
            processes.reschedule(undertaking.key().toString());
        }
    }

    @Override
    @Transactional(readOnly = true)
    public List<DueDateShift> shifts(Cycle calendar) {
        access.requireAdministrator(currentActor.get());
        List<Undertaking> all = undertakings.list(calendar.code(), "*", "");
        List<Undertaking> alive = all.stream()
                .filter(undertaking -> !undertaking.cancelled() && undertaking.applies())
                .toList();
        Map<UUID, List<Stage>> known = stages
                .of(alive.stream().map(Undertaking::id).toList())
                .stream()
                .collect(Collectors.groupingBy(stage -> stage.undertakingId));
        ReportingYears.YearlyChanges yearly = years.yearlyUndertakings(all, calendar);
        Stream<DueDateShift> moving = alive.stream()
                .filter(undertaking -> !yearly.leaving().contains(undertaking))
                .flatMap(undertaking -> shifts(undertaking, known.getOrDefault(undertaking.id(), List.of()), calendar));
        return Stream.concat(moving, shifts(yearly)).toList();
    }

    private static Stream<DueDateShift> shifts(ReportingYears.YearlyChanges yearly) {
        return Stream.concat(
                yearly.leaving().stream()
                        .map(Undertaking::key)
                        .map(key -> shift(key, "", DueDateShift.Kind.LEAVES, null, null)),
                yearly.entering().stream().map(key -> shift(key, "", DueDateShift.Kind.ENTERS, null, null)));
    }

    private Stream<DueDateShift> shifts(Undertaking undertaking, List<Stage> known, Cycle calendar) {
        UndertakingKey key = undertaking.key();
        List<ReportingYears.Change> changes = years.changes(undertaking, known, calendar);
        Stream<DueDateShift> moved = known.stream()
                .filter(stage -> isOpen(stage)
                        && changes.stream().noneMatch(change -> change.stage().equals(stage.key)))
                .map(stage -> shift(
                        key,
                        stage.key.toString(),
                        DueDateShift.Kind.MOVES,
                        stage.dueDate,
                        dueDate(undertaking, stage, calendar)))
                .filter(shift -> !Objects.equals(shift.from(), shift.to()));
        Stream<DueDateShift> came = changes.stream()
                .map(change -> shift(
                        key,
                        change.stage().toString(),
                        change.enters() ? DueDateShift.Kind.ENTERS : DueDateShift.Kind.LEAVES,
                        null,
                        null));
        return Stream.concat(moved, came);
    }

    private static DueDateShift shift(
            UndertakingKey key,
            String stage,
            DueDateShift.Kind kind,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {
        return new DueDateShift(key.state(), key.toString(), stage, kind, from, to);
    }

    private static boolean isOpen(Stage stage) {
        return !stage.status.isSettled() && !stage.dropped;
    }

    private boolean moves(Undertaking undertaking, Stage stage, Cycle cycle, String reason) {
        LocalDate before = stage.dueDate;
        LocalDate after = dueDate(undertaking, stage, cycle);
        if (Objects.equals(before, after)) {
            return false;
        }
        stage.dueDate = after;
        stages.save(stage);
        tasks.moveDueDate(stage);
        notes.happened(stage, "DUE_DATE_MOVED", before + " → " + after + " · " + reason);
        return true;
    }

    /** Dates given by a return or an extension keep their day. */
    private @Nullable LocalDate dueDate(Undertaking undertaking, Stage stage, Cycle cycle) {
        LocalDate granted = stage.dueDate;
        if (stage.dueGranted && granted != null) {
            return dates.granted(granted, cycle);
        }
        return dates.due(undertaking, life.definition(undertaking, stage.key), stage, cycle)
                .orElse(null);
    }
}
