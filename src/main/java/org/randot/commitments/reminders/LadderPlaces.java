package org.randot.commitments.reminders;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.engine.StageKey;
import org.randot.commitments.engine.StepContext;
import org.randot.commitments.reminders.LadderKey.Kind;
import org.randot.commitments.reminders.LadderKey.Subject;
import org.randot.commitments.review.Reviews;
import org.randot.commitments.shared.Time;
import org.springframework.stereotype.Component;

/** Which ladder an element of a model speaks of: that of the stage it stands in, or that of the stage's review. */
@Component
class LadderPlaces {
    private final StageCalendar calendar;
    private final Reviews reviews;
    private final Clock clock;

    LadderPlaces(StageCalendar calendar, Reviews reviews, Clock clock) {
        this.calendar = calendar;
        this.reviews = reviews;
        this.clock = clock;
    }

    /**
     * @param due null = date to be set
     * @param from days before it are skipped
     * @param waits somebody has to act now, so that reminding makes sense
     */
    record Place(LadderKey key, String profile, @Nullable LocalDate due, LocalDate from, boolean waits) {}

    Optional<Place> of(StepContext at, Kind kind) {
        StageKey stage = at.stage();
        if (stage == null) {
            return Optional.empty();
        }
        String property = kind == Kind.REMINDER ? "reminderProfile" : "escalation";
        return calendar.of(at.undertaking(), stage).map(entry -> {
            String ofStage = profile(entry, kind);
            String named = at.properties().getOrDefault(property, ofStage);
            return at.properties().containsKey("review") || !named.equals(ofStage)
                    ? review(entry, kind, named)
                    : stage(entry, kind);
        });
    }

    static Place stage(StageCalendar.Entry entry, Kind kind) {
        LadderKey key = new LadderKey(entry.undertaking(), entry.stage(), Subject.STAGE, kind);
        return new Place(key, profile(entry, kind), entry.due(), entry.opened(), entry.withCoordinator());
    }

    private Place review(StageCalendar.Entry entry, Kind kind, String profile) {
        LadderKey key = new LadderKey(entry.undertaking(), entry.stage(), Subject.REVIEW, kind);
        LocalDate today = Time.today(clock);
        Optional<LocalDate> due = reviews.openReviewDue(entry.undertaking(), entry.stage());
        LocalDate assigned = due.map(day -> day.minusDays(Reviews.REVIEW_DAYS)).orElse(today);
        return new Place(key, profile, due.orElse(today.plusDays(Reviews.REVIEW_DAYS)), assigned, due.isPresent());
    }

    private static String profile(StageCalendar.Entry entry, Kind kind) {
        return kind == Kind.REMINDER
                ? entry.definition().reminderProfile()
                : entry.definition().escalation();
    }
}
