package org.randot.commitments.reminders;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.engine.StageKey;
import org.randot.commitments.packages.Catalogue;
import org.randot.commitments.packages.Commitment;
import org.randot.commitments.reference.Anchors;
import org.randot.commitments.reference.Cycles;
import org.randot.commitments.reference.DueDates;
import org.randot.commitments.reference.DueExpression;
import org.randot.commitments.shared.Absent;
import org.randot.commitments.shared.Time;
import org.randot.commitments.undertakings.UndertakingKey;
import org.randot.commitments.undertakings.UndertakingView;
import org.randot.commitments.undertakings.UndertakingView.StageView;
import org.randot.commitments.undertakings.Undertakings;
import org.springframework.stereotype.Component;

/** When a stage opened and falls due. A process asks at the moment the stage is entered, a breath before the undertaking knows of it. */
@Component
class StageCalendar {
    private final Undertakings undertakings;
    private final Catalogue catalogue;
    private final Cycles cycles;
    private final DueDates dueDates;
    private final Clock clock;

    StageCalendar(Undertakings undertakings, Catalogue catalogue, Cycles cycles, DueDates dueDates, Clock clock) {
        this.undertakings = undertakings;
        this.catalogue = catalogue;
        this.cycles = cycles;
        this.dueDates = dueDates;
        this.clock = clock;
    }

    /**
     * @param due null = date to be set
     * @param withCoordinator it is the coordinator's turn
     */
    record Entry(
            UndertakingKey undertaking,
            Commitment.Stage definition,
            StageKey stage,
            LocalDate opened,
            @Nullable LocalDate due,
            boolean withCoordinator) {}

    /** Empty for processes without an undertaking, such as rehearsals. */
    Optional<Entry> of(String undertaking, StageKey stage) {
        try {
            UndertakingView view = undertakings.get(UndertakingKey.parse(undertaking));
            return Optional.of(of(view, stage));
        } catch (IllegalArgumentException | Absent noneOfOurs) {
            return Optional.empty();
        }
    }

    Entry of(UndertakingView view, StageKey stage) {
        Commitment commitment = catalogue.byCode(view.key().commitment(), view.packageVersion());
        Commitment.Stage definition = commitment.requireStage(stage);
        Optional<StageView> known = view.stages().stream()
                .filter(each -> each.stage().equals(stage) && each.openedOn() != null)
                .findFirst();
        LocalDate today = Time.today(clock);
        LocalDate opened = known.map(StageView::openedOn).orElse(today);
        LocalDate due = known.isPresent()
                ? known.get().dueDate()
                : due(view, definition, stage, today).orElse(null);
        boolean withCoordinator =
                known.map(each -> each.status().isWithCoordinator()).orElse(true);
        return new Entry(view.key(), definition, stage, opened, due, withCoordinator);
    }

    private Optional<LocalDate> due(
            UndertakingView view, Commitment.Stage definition, StageKey stage, LocalDate today) {
        Integer year = stage.year() == null ? view.key().year() : stage.year();
        Anchors anchors =
                new Anchors(cycles.get(view.key().cycle()), today, predecessorApproved(view, definition), year);
        return dueDates.dueDate(DueExpression.parse(definition.due()), anchors, definition.minimumDays());
    }

    private static LocalDate predecessorApproved(UndertakingView view, Commitment.Stage definition) {
        Instant last = view.stages().stream()
                .filter(stage -> definition.after().contains(stage.stage().code()))
                .flatMap(stage -> Optional.ofNullable(stage.settledAt()).stream())
                .max(Comparator.naturalOrder())
                .orElse(view.launchedAt());
        return Time.dateOf(last);
    }
}
