package org.randot.commitments.reminders;

import java.time.Clock;
import java.time.LocalDate;
import org.randot.commitments.engine.StageKey;
import org.randot.commitments.reminders.LadderKey.Kind;
import org.randot.commitments.reminders.LadderKey.Subject;
import org.randot.commitments.review.ReviewFact;
import org.randot.commitments.shared.Time;
import org.randot.commitments.undertakings.UndertakingFact;
import org.randot.commitments.undertakings.UndertakingKey;
import org.randot.commitments.undertakings.UndertakingView;
import org.randot.commitments.undertakings.UndertakingView.StageView;
import org.randot.commitments.undertakings.Undertakings;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Ladders end when their subject is settled or waits for somebody else, begin again when it comes back, and follow the due date. */
@Component
class LadderLife {
    private final Ladders ladders;
    private final StageCalendar calendar;
    private final Undertakings undertakings;
    private final Clock clock;

    LadderLife(Ladders ladders, StageCalendar calendar, Undertakings undertakings, Clock clock) {
        this.ladders = ladders;
        this.calendar = calendar;
        this.undertakings = undertakings;
        this.clock = clock;
    }

    @EventListener
    void on(UndertakingFact.StageSubmitted fact) {
        ladders.stop(fact.undertaking(), fact.stage(), Subject.STAGE);
        ladders.answered(fact.undertaking(), fact.stage(), clock.instant());
    }

    @EventListener
    void on(UndertakingFact.StageSettled fact) {
        ladders.stop(fact.undertaking(), fact.stage(), Subject.STAGE);
        ladders.stop(fact.undertaking(), fact.stage(), Subject.REVIEW);
    }

    @EventListener
    void on(UndertakingFact.StageReturned fact) {
        ladders.stop(fact.undertaking(), fact.stage(), Subject.REVIEW);
        resume(undertakings.get(fact.undertaking()), fact.stage());
    }

    @EventListener
    void on(UndertakingFact.Recalled fact) {
        ladders.stop(fact.undertaking(), fact.stage(), Subject.REVIEW);
        resume(undertakings.get(fact.undertaking()), fact.stage());
    }

    @EventListener
    void on(UndertakingFact.DueDatesMoved fact) {
        UndertakingView view = undertakings.get(fact.undertaking());
        view.stages().stream()
                .filter(stage -> stage.status().isWithCoordinator())
                .map(StageView::stage)
                .forEach(stage -> resume(view, stage));
    }

    @EventListener
    void on(UndertakingFact.Ended fact) {
        ladders.stopAll(fact.undertaking());
    }

    @EventListener
    void on(ReviewFact.Decided fact) {
        ladders.stop(fact.undertaking(), fact.stage(), Subject.REVIEW);
    }

    /** From today on: what has been told is not told again. */
    private void resume(UndertakingView view, StageKey stage) {
        StageCalendar.Entry entry = calendar.of(view, stage);
        LocalDate due = entry.due();
        UndertakingKey undertaking = view.key();
        if (due == null || !entry.withCoordinator()) {
            ladders.stop(undertaking, stage, Subject.STAGE);
            return;
        }
        for (Kind kind : Kind.values()) {
            LadderPlaces.Place place = LadderPlaces.stage(entry, kind);
            ladders.open(place.key(), place.profile(), due, Time.today(clock));
        }
    }
}
