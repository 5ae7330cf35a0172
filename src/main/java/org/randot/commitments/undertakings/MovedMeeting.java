package org.randot.commitments.undertakings;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.identity.CurrentActor;
import org.randot.commitments.reference.Cycle;
import org.randot.commitments.reference.CycleFact;
import org.randot.commitments.reference.Cycles;
import org.randot.commitments.reference.DueDateShift;
import org.randot.commitments.reference.MeetingDatePreview;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Recalculates open due dates when the meeting moves, and tells beforehand what would (domain.md 3.2, rule 4). */
@Component
class MovedMeeting implements MeetingDatePreview {
    private final UndertakingRepository undertakings;
    private final StageRepository stages;
    private final TaskRepository tasks;
    private final NoteRepository notes;
    private final StageDates dates;
    private final StageLife life;
    private final Cycles cycles;
    private final AccessPolicy access;
    private final CurrentActor currentActor;
    private final ApplicationEventPublisher events;

    MovedMeeting(
            UndertakingRepository undertakings,
            StageRepository stages,
            TaskRepository tasks,
            NoteRepository notes,
            StageDates dates,
            StageLife life,
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
        this.cycles = cycles;
        this.access = access;
        this.currentActor = currentActor;
        this.events = events;
    }

    @EventListener
    void on(CycleFact.MeetingDateMoved fact) {
        Cycle cycle = cycles.get(fact.cycle());
        List<Undertaking> running = running(fact.cycle());
        Map<UUID, List<Stage>> open = open(running);
        for (Undertaking undertaking : running) {
            boolean moved = false;
            for (Stage stage : open.getOrDefault(undertaking.id(), List.of())) {
                moved |= moves(undertaking, stage, cycle, fact.reason());
            }
            if (moved) {
                events.publishEvent(new UndertakingFact.DueDatesMoved(undertaking.key(), fact.reason()));
            }
        }
    }

    @Override
    @Transactional(readOnly = true)
    public List<DueDateShift> shifts(Cycle calendar) {
        access.requireAdministrator(currentActor.get());
        List<Undertaking> running = running(calendar.code());
        Map<UUID, List<Stage>> open = open(running);
        return running.stream()
                .flatMap(undertaking -> open.getOrDefault(undertaking.id(), List.of()).stream()
                        .map(stage -> new DueDateShift(
                                undertaking.key().toString(),
                                stage.key.toString(),
                                stage.dueDate,
                                dueDate(undertaking, stage, calendar)))
                        .filter(shift -> !Objects.equals(shift.from(), shift.to())))
                .toList();
    }

    private List<Undertaking> running(String cycle) {
        return undertakings.list(cycle, "*", "").stream()
                .filter(undertaking -> !undertaking.ended())
                .toList();
    }

    private Map<UUID, List<Stage>> open(List<Undertaking> running) {
        return stages.of(running.stream().map(Undertaking::id).toList()).stream()
                .filter(stage -> !stage.status.isSettled())
                .collect(Collectors.groupingBy(stage -> stage.undertakingId));
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

    /** Dates given by a return or an extension keep their day, but do not pass the new cut-off. */
    private @Nullable LocalDate dueDate(Undertaking undertaking, Stage stage, Cycle cycle) {
        LocalDate granted = stage.dueDate;
        if (stage.dueGranted && granted != null) {
            LocalDate cutOff = cycle.cutOffDate();
            return cutOff != null && granted.isAfter(cutOff) ? cutOff : granted;
        }
        return dates.due(undertaking, life.definition(undertaking, stage.key), stage.key, stage.openedOn, cycle)
                .orElse(null);
    }
}
