package org.randot.commitments.reminders;

import java.time.Clock;
import java.time.LocalDate;
import org.randot.commitments.engine.StageKey;
import org.randot.commitments.reminders.LadderKey.Kind;
import org.randot.commitments.reminders.LadderKey.Subject;
import org.randot.commitments.review.Decision;
import org.randot.commitments.review.ReviewFact;
import org.randot.commitments.review.ReviewKind;
import org.randot.commitments.review.Reviews;
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
    private final Reviews reviews;
    private final Clock clock;

    LadderLife(Ladders ladders, StageCalendar calendar, Undertakings undertakings, Reviews reviews, Clock clock) {
        this.ladders = ladders;
        this.calendar = calendar;
        this.undertakings = undertakings;
        this.reviews = reviews;
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
                .filter(stage -> stage.counts() && stage.status().isWithCoordinator())
                .map(StageView::stage)
                .forEach(stage -> resume(view, stage));
    }

    @EventListener
    void on(UndertakingFact.ExtensionGranted fact) {
        resume(undertakings.get(fact.undertaking()), fact.stage());
    }

    @EventListener
    void on(UndertakingFact.StageReopened fact) {
        resume(undertakings.get(fact.undertaking()), fact.stage());
    }

    @EventListener
    void on(UndertakingFact.Suspended fact) {
        ladders.stopAll(fact.undertaking());
    }

    @EventListener
    void on(UndertakingFact.SetAside fact) {
        ladders.stopAll(fact.undertaking());
    }

    /** After the reviews have their new dates. */
    @EventListener
    void on(UndertakingFact.Applies fact) {
        resumeAll(undertakings.get(fact.undertaking()));
    }

    /** After the reviews have their new dates. */
    @EventListener
    void on(UndertakingFact.Resumed fact) {
        resumeAll(undertakings.get(fact.undertaking()));
    }

    /** After the reviews are open again. */
    @EventListener
    void on(UndertakingFact.TakenUp fact) {
        UndertakingView view = undertakings.get(fact.undertaking());
        if (isRunning(view)) {
            resumeAll(view);
        }
    }

    private void resumeAll(UndertakingView view) {
        for (StageView stage : view.stages()) {
            if (stage.counts() && stage.status().isWithCoordinator()) {
                resume(view, stage.stage());
            }
            reviews.openReviewDue(view.key(), stage.stage())
                    .ifPresent(due -> resumeReview(view.key(), stage.stage(), due));
        }
    }

    private void resumeReview(UndertakingKey undertaking, StageKey stage, LocalDate due) {
        for (Kind kind : Kind.values()) {
            LadderKey key = new LadderKey(undertaking, stage, Subject.REVIEW, kind);
            ladders.profile(key).ifPresent(profile -> ladders.open(key, profile, due, Time.today(clock)));
        }
    }

    @EventListener
    void on(UndertakingFact.YearDropped fact) {
        ladders.stop(fact.undertaking(), fact.stage(), Subject.STAGE);
        ladders.stop(fact.undertaking(), fact.stage(), Subject.REVIEW);
    }

    @EventListener
    void on(UndertakingFact.Cancelled fact) {
        ladders.stopAll(fact.undertaking());
    }

    @EventListener
    void on(UndertakingFact.Ended fact) {
        ladders.stopAll(fact.undertaking());
    }

    /** Those who decide now are reminded by their own date. */
    @EventListener
    void on(ReviewFact.Assigned fact) {
        UndertakingView view = undertakings.get(fact.undertaking());
        if (isRunning(view) && !fact.kind().equals(ReviewKind.EXTENSION.name())) {
            resumeReview(fact.undertaking(), fact.stage(), fact.dueDate());
        }
    }

    private static boolean isRunning(UndertakingView view) {
        return !view.suspended() && view.notPartyTo() == null;
    }

    /** Whether there is more time changes nothing for a submission of the stage that waits. */
    @EventListener
    void on(ReviewFact.Decided fact) {
        if (!ReviewKind.EXTENSION.allows(Decision.valueOf(fact.decision()))) {
            ladders.stop(fact.undertaking(), fact.stage(), Subject.REVIEW);
        }
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
        if (view.suspended()) {
            return;
        }
        for (Kind kind : Kind.values()) {
            LadderPlaces.Place place = LadderPlaces.stage(entry, kind);
            ladders.open(place.key(), place.profile(), due, Time.today(clock));
        }
    }
}
