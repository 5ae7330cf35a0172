package org.randot.commitments.undertakings;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.engine.StageKey;
import org.randot.commitments.engine.StepContext;
import org.randot.commitments.engine.Word;
import org.randot.commitments.reference.DueExpression;
import org.randot.commitments.shared.Time;
import org.springframework.stereotype.Component;

/** {@code due} in models: dates of the cycle, of the state's stage, of a year. */
@Component
class DueWord implements Word {
    /** Where an anchor has no date yet a timer waits, and is moved when the date is set. */
    private static final LocalDate NEVER = LocalDate.of(2999, 12, 31);

    private final UndertakingRepository undertakings;
    private final StageRepository stages;
    private final StageDates dates;
    private final StageLife life;
    private final Clock clock;

    DueWord(UndertakingRepository undertakings, StageRepository stages, StageDates dates, StageLife life, Clock clock) {
        this.undertakings = undertakings;
        this.stages = stages;
        this.dates = dates;
        this.life = life;
        this.clock = clock;
    }

    @Override
    public String word() {
        return "due";
    }

    /** The first instant of the date that an expression gives, for timers: {@code ${due.on('Y-P30D')}}. */
    @Callable
    public Date on(StepContext here, String expression) {
        Undertaking undertaking = require(here);
        StageKey stage = here.stage();
        LocalDate opened = stage == null ? null : openedOn(undertaking, stage);
        LocalDate date = dates.on(undertaking, DueExpression.parse(expression), here.year(), opened)
                .orElse(NEVER);
        return Date.from(Time.startOf(date));
    }

    private @Nullable LocalDate openedOn(Undertaking undertaking, StageKey stage) {
        return stages.find(undertaking.id(), stage).map(found -> found.openedOn).orElse(null);
    }

    /** The last second of the day on which the stage is due; null = date to be set. */
    @Callable
    public @Nullable Date date(StepContext here) {
        Undertaking undertaking = require(here);
        StageKey key = here.requireStage();
        Optional<Stage> stage =
                stages.find(undertaking.id(), key).filter(found -> found.status != StageStatus.NOT_STARTED);
        LocalDate due = stage.isPresent()
                ? stage.get().dueDate
                : dates.due(undertaking, life.definition(undertaking, key), key, Time.today(clock))
                        .orElse(null);
        return due == null ? null : Date.from(Time.endOf(due));
    }

    private Undertaking require(StepContext here) {
        return undertakings
                .byKey(here.undertaking())
                .orElseThrow(() -> new IllegalStateException("No undertaking " + here.undertaking()));
    }
}
