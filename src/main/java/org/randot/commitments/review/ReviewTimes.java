package org.randot.commitments.review;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import org.randot.commitments.engine.StepContext;
import org.randot.commitments.engine.Word;
import org.randot.commitments.reference.DueDates;
import org.randot.commitments.shared.Time;
import org.springframework.stereotype.Component;

/** The word {@code review} in models: how long those who look at a submission have. */
@Component
class ReviewTimes implements Word {
    /** Working days of the completeness check. */
    static final int COMPLETENESS_DAYS = 5;

    private final DueDates dueDates;
    private final Clock clock;

    ReviewTimes(DueDates dueDates, Clock clock) {
        this.dueDates = dueDates;
        this.clock = clock;
    }

    @Override
    public String word() {
        return "review";
    }

    /** The last second of the fifth working day from now: then the submission goes on unchecked. */
    @Callable
    public Date completenessEnds(StepContext at) {
        return Date.from(Time.endOf(due(ReviewKind.COMPLETENESS)));
    }

    /** The end of the day on which the review is due. */
    @Callable
    public Date reviewDue(StepContext at) {
        return Date.from(Time.endOf(due(ReviewKind.MILESTONE)));
    }

    LocalDate due(ReviewKind kind) {
        LocalDate today = Time.today(clock);
        return kind == ReviewKind.COMPLETENESS
                ? dueDates.plusWorkingDays(today, COMPLETENESS_DAYS)
                : today.plusDays(Reviews.REVIEW_DAYS);
    }
}
