package org.randot.commitments.undertakings;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.engine.StageKey;
import org.randot.commitments.packages.Commitment;
import org.randot.commitments.reference.Anchors;
import org.randot.commitments.reference.Cycle;
import org.randot.commitments.reference.Cycles;
import org.randot.commitments.reference.DueDates;
import org.randot.commitments.reference.DueExpression;
import org.randot.commitments.shared.Time;
import org.springframework.stereotype.Component;

/** When a stage is due: its expression with the anchors of this undertaking (domain.md 3.2). */
@Component
class StageDates {
    private final Cycles cycles;
    private final DueDates dueDates;
    private final StageRepository stages;
    private final Clock clock;

    StageDates(Cycles cycles, DueDates dueDates, StageRepository stages, Clock clock) {
        this.cycles = cycles;
        this.dueDates = dueDates;
        this.stages = stages;
        this.clock = clock;
    }

    /** Of a stage that is not open, were it opened on this day. */
    Optional<LocalDate> due(
            Undertaking undertaking, Commitment.Stage definition, StageKey stage, @Nullable LocalDate opened) {
        return due(
                undertaking,
                definition,
                new Since(stage, opened, 0),
                cycles.get(undertaking.key().cycle()));
    }

    /** By its expression, in this calendar. */
    Optional<LocalDate> due(Undertaking undertaking, Commitment.Stage definition, Stage stage, Cycle cycle) {
        return due(undertaking, definition, new Since(stage.key, stage.openedOn, stage.pausedDays), cycle);
    }

    /** As it was granted by a return or an extension, in this calendar. */
    LocalDate granted(LocalDate date, Cycle cycle) {
        return dueDates.granted(date, Time.today(clock), cycle);
    }

    /** What it is after {@code days} without time passing. */
    Optional<LocalDate> lengthened(Undertaking undertaking, Commitment.Stage definition, Stage stage, int days) {
        Cycle cycle = cycles.get(undertaking.key().cycle());
        return stage.dueGranted
                ? Optional.ofNullable(stage.dueDate).map(date -> dueDates.lengthened(date, days, cycle))
                : due(undertaking, definition, stage, cycle);
    }

    private record Since(StageKey stage, @Nullable LocalDate opened, int pausedDays) {}

    private Optional<LocalDate> due(Undertaking undertaking, Commitment.Stage definition, Since since, Cycle cycle) {
        DueExpression expression = DueExpression.parse(definition.due());
        LocalDate approved =
                expression.anchor() == DueExpression.Anchor.P ? predecessorApproved(undertaking, definition) : null;
        Anchors anchors =
                new Anchors(cycle, since.opened(), approved, year(undertaking, since.stage()), since.pausedDays());
        return dueDates.dueDate(expression, anchors, definition.minimumDays());
    }

    /** An expression on its own, for timers of models. */
    Optional<LocalDate> on(
            Undertaking undertaking, DueExpression expression, @Nullable Integer year, @Nullable LocalDate opened) {
        Integer reportingYear = year == null ? undertaking.key().year() : year;
        return expression.on(new Anchors(cycles.get(undertaking.key().cycle()), opened, null, reportingYear));
    }

    Optional<LocalDate> afterReturn(Stage stage, LocalDate day) {
        return dueDates.afterReturn(day, Optional.ofNullable(stage.dueDate), cycles.get(stage.undertaking.cycle()));
    }

    static @Nullable Integer year(Undertaking undertaking, StageKey stage) {
        return stage.year() != null ? stage.year() : undertaking.key().year();
    }

    private @Nullable LocalDate predecessorApproved(Undertaking undertaking, Commitment.Stage definition) {
        if (definition.after().isEmpty()) {
            return Time.dateOf(undertaking.launchedAt());
        }
        List<Stage> before = stages.of(List.of(undertaking.id())).stream()
                .filter(stage -> definition.after().contains(stage.key.code()))
                .toList();
        Instant last = null;
        for (Stage stage : before) {
            Instant settled = stage.settledAt;
            if (settled == null) {
                return null;
            }
            last = last == null || settled.isAfter(last) ? settled : last;
        }
        return last == null ? null : Time.dateOf(last);
    }
}
