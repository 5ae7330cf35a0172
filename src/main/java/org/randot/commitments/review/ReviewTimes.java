package org.randot.commitments.review;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import java.util.Optional;
import org.randot.commitments.engine.StageKey;
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

    /** Calendar days until a request for more time is decided (domain.md 3.2, rule 5). */
    static final int EXTENSION_DAYS = 7;

    private final ReviewRepository reviews;
    private final DueDates dueDates;
    private final Clock clock;

    ReviewTimes(ReviewRepository reviews, DueDates dueDates, Clock clock) {
        this.reviews = reviews;
        this.dueDates = dueDates;
        this.clock = clock;
    }

    @Override
    public String word() {
        return "review";
    }

    /** The last second of the fifth working day from now: then the submission goes on unchecked. Of a check that is open, its own day. */
    @Callable
    public Date completenessEnds(StepContext at) {
        StageKey stage = at.stage();
        Optional<LocalDate> open = stage == null
                ? Optional.empty()
                : reviews
                        .findByUndertakingAndStageOrderBySubmittedAtAscIdAsc(at.undertaking(), stage.toString())
                        .stream()
                        .filter(review -> review.isOpen() && review.kind() == ReviewKind.COMPLETENESS)
                        .map(Review::dueDate)
                        .findFirst();
        return Date.from(Time.endOf(open.orElseGet(() -> due(ReviewKind.COMPLETENESS))));
    }

    /** The end of the day on which the review is due. */
    @Callable
    public Date reviewDue(StepContext at) {
        return Date.from(Time.endOf(due(ReviewKind.MILESTONE)));
    }

    LocalDate due(ReviewKind kind) {
        LocalDate today = Time.today(clock);
        return kind == ReviewKind.COMPLETENESS ? dueDates.plusWorkingDays(today, COMPLETENESS_DAYS) : due(kind, today);
    }

    /** Of what a reviewer decides, from assignment on. */
    static LocalDate due(ReviewKind kind, LocalDate assigned) {
        return assigned.plusDays(kind == ReviewKind.EXTENSION ? EXTENSION_DAYS : Reviews.REVIEW_DAYS);
    }
}
