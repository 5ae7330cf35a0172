package org.randot.commitments.reminders;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.Optional;
import org.randot.commitments.engine.StepContext;
import org.randot.commitments.engine.Word;
import org.randot.commitments.reminders.LadderKey.Kind;
import org.randot.commitments.shared.Time;
import org.springframework.stereotype.Component;

/** The word {@code reminders} in models: when the ladders of a stage, or of its review, open. */
@Component
class ReminderTimes implements Word {
    /** For a stage without a due date: no timer within anybody's lifetime. */
    static final Instant NEVER = Time.startOf(LocalDate.of(2999, 12, 31));

    private final LadderPlaces places;
    private final Profiles profiles;
    private final Clock clock;

    ReminderTimes(LadderPlaces places, Profiles profiles, Clock clock) {
        this.places = places;
        this.profiles = profiles;
        this.clock = clock;
    }

    @Override
    public String word() {
        return "reminders";
    }

    /** The day of the first reminder that does not lie before the opening (domain.md 3.4). */
    @Callable
    public Date opens(StepContext at) {
        return first(at, Kind.REMINDER);
    }

    /** The day of the first escalation. */
    @Callable
    public Date escalates(StepContext at) {
        return first(at, Kind.ESCALATION);
    }

    private Date first(StepContext at, Kind kind) {
        Instant first = places.of(at, kind)
                .flatMap(place -> Optional.ofNullable(place.due())
                        .flatMap(due -> LadderPlan.first(
                                profiles.rows(kind, place.key().subject(), place.profile()), due, place.from())))
                .map(Time::startOf)
                .orElse(NEVER);
        Instant now = clock.instant();
        return Date.from(first.isBefore(now) ? now : first);
    }
}
