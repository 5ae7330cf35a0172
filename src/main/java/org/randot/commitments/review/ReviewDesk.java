package org.randot.commitments.review;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.randot.commitments.engine.EngineFact;
import org.randot.commitments.engine.StageKey;
import org.randot.commitments.identity.CurrentActor;
import org.randot.commitments.shared.Absent;
import org.randot.commitments.shared.Ids;
import org.randot.commitments.shared.Time;
import org.randot.commitments.undertakings.StageSubmission;
import org.randot.commitments.undertakings.StageSubmission.TaskSubmission;
import org.randot.commitments.undertakings.UndertakingFact;
import org.randot.commitments.undertakings.UndertakingKey;
import org.randot.commitments.undertakings.Undertakings;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Lays a review on the desk when a process waits for one, and takes it off again when its time runs out or the state recalls. */
@Component
class ReviewDesk {
    private final ReviewRepository reviews;
    private final Undertakings undertakings;
    private final ReviewTimes times;
    private final CurrentActor actors;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    ReviewDesk(
            ReviewRepository reviews,
            Undertakings undertakings,
            ReviewTimes times,
            CurrentActor actors,
            ApplicationEventPublisher facts,
            Clock clock) {
        this.reviews = reviews;
        this.undertakings = undertakings;
        this.times = times;
        this.actors = actors;
        this.facts = facts;
        this.clock = clock;
    }

    @EventListener
    void open(EngineFact.ReviewWaits fact) {
        if (reviews.findByEngineTask(fact.engineTask()).isPresent()) {
            return;
        }
        submission(fact).ifPresent(submission -> open(fact, submission));
    }

    private void open(EngineFact.ReviewWaits fact, StageSubmission submission) {
        UndertakingKey key = submission.undertaking();
        ReviewKind kind = kind(fact.kind(), submission);
        Review review = new Review(
                Ids.next(), kind, subject(key, fact.stage(), submission), fact.engineTask(), times.due(kind));
        reviews.saveAndFlush(review);
        undertakings.underReview(key, fact.stage(), kind.stageStatus());
        facts.publishEvent(new ReviewFact.Opened(key, fact.stage(), review.id(), kind.name()));
    }

    /** A completeness check whose day has come has lapsed; any other review that ends without a person was taken back. */
    @EventListener
    void end(EngineFact.ReviewLapsed fact) {
        reviews.findByEngineTask(fact.engineTask()).filter(Review::isOpen).ifPresent(review -> {
            boolean timeIsUp =
                    review.kind() == ReviewKind.COMPLETENESS && !clock.instant().isBefore(Time.endOf(review.dueDate()));
            if (timeIsUp) {
                review.lapse(clock.instant());
                facts.publishEvent(new ReviewFact.Lapsed(review.undertaking(), review.stage(), review.id()));
            } else {
                review.withdraw(clock.instant());
            }
            reviews.saveAndFlush(review);
        });
    }

    @EventListener
    void withdraw(UndertakingFact.Recalled fact) {
        withdraw(of(fact.undertaking(), fact.stage()));
    }

    @EventListener
    void withdraw(UndertakingFact.Ended fact) {
        withdraw(reviews.findByUndertakingAndStatus(fact.undertaking().toString(), ReviewStatus.OPEN));
    }

    @EventListener
    void withdraw(UndertakingFact.Cancelled fact) {
        withdraw(reviews.findByUndertakingAndStatus(fact.undertaking().toString(), ReviewStatus.OPEN));
    }

    /** What was withdrawn with the undertaking waits again, with the days that were left. */
    @EventListener
    @Order(0)
    void reopen(UndertakingFact.TakenUp fact) {
        reviews.findByUndertakingAndStatus(fact.undertaking().toString(), ReviewStatus.WITHDRAWN).stream()
                .filter(review -> review.wasOpenAt(fact.since()))
                .forEach(review -> {
                    review.reopen();
                    review.postpone(fact.days());
                    reviews.saveAndFlush(review);
                });
    }

    @EventListener
    void withdraw(UndertakingFact.YearDropped fact) {
        withdraw(all(fact.undertaking(), fact.stage()));
    }

    /** Nobody needs more time for a stage that is settled. */
    @EventListener
    void withdraw(UndertakingFact.StageSettled fact) {
        withdraw(all(fact.undertaking(), fact.stage()).stream()
                .filter(review -> review.kind() == ReviewKind.EXTENSION)
                .toList());
    }

    /** The coordinator asks for more time: a reviewer decides within seven days (domain.md 3.2, rule 5). */
    @EventListener
    void open(UndertakingFact.ExtensionRequested fact) {
        UUID by = actors.orSystem().id();
        Review.Subject subject =
                new Review.Subject(fact.undertaking(), fact.stage(), by, clock.instant(), "", fact.reason());
        Review review = new Review(
                Ids.next(),
                subject,
                new Review.MoreTime(fact.extension(), fact.until()),
                times.due(ReviewKind.EXTENSION));
        reviews.saveAndFlush(review);
        facts.publishEvent(
                new ReviewFact.Opened(fact.undertaking(), fact.stage(), review.id(), ReviewKind.EXTENSION.name()));
    }

    /** Reviewers, too, have the time that was left. */
    @EventListener
    @Order(0)
    void postpone(UndertakingFact.Resumed fact) {
        postpone(fact.undertaking(), fact.days());
    }

    @EventListener
    @Order(0)
    void postpone(UndertakingFact.Applies fact) {
        postpone(fact.undertaking(), fact.days());
    }

    private void postpone(UndertakingKey undertaking, int days) {
        reviews.findByUndertakingAndStatus(undertaking.toString(), ReviewStatus.OPEN)
                .forEach(review -> {
                    review.postpone(days);
                    reviews.saveAndFlush(review);
                });
    }

    private void withdraw(List<Review> some) {
        some.stream().filter(Review::isOpen).forEach(review -> {
            review.withdraw(clock.instant());
            reviews.saveAndFlush(review);
        });
    }

    /** Empty for processes without an undertaking, such as rehearsals: they are none of our business. */
    private Optional<StageSubmission> submission(EngineFact.ReviewWaits fact) {
        try {
            UndertakingKey key = UndertakingKey.parse(fact.undertaking());
            return Optional.of(undertakings.submission(key, fact.stage()));
        } catch (IllegalArgumentException | Absent noneOfOurs) {
            return Optional.empty();
        }
    }

    private static ReviewKind kind(String asked, StageSubmission submission) {
        ReviewKind kind = ReviewKind.valueOf(asked);
        return kind == ReviewKind.MILESTONE && submission.notApplicableReason() != null
                ? ReviewKind.NOT_APPLICABLE
                : kind;
    }

    /** The one who submits is on this thread, except where a check of the same submission went before. */
    private Review.Subject subject(UndertakingKey key, StageKey stage, StageSubmission submission) {
        String versions = versions(submission);
        List<Review> before = of(key, stage);
        Review last = before.isEmpty() ? null : before.get(before.size() - 1);
        boolean goesOn = last != null
                && last.kind() == ReviewKind.COMPLETENESS
                && last.submissions().equals(versions)
                && submission.notApplicableReason() == null
                && (last.status() == ReviewStatus.LAPSED || last.decision() == Decision.COMPLETE);
        if (last != null && goesOn) {
            return new Review.Subject(key, stage, last.submittedBy(), last.submittedAt(), versions, "");
        }
        UUID by = actors.orSystem().id();
        Instant now = clock.instant();
        String reason = Objects.requireNonNullElse(submission.notApplicableReason(), "");
        return new Review.Subject(key, stage, by, now, versions, reason);
    }

    /** Those of submissions, the oldest first. */
    private List<Review> of(UndertakingKey key, StageKey stage) {
        return all(key, stage).stream()
                .filter(review -> review.kind().isOfSubmission())
                .toList();
    }

    private List<Review> all(UndertakingKey key, StageKey stage) {
        return reviews.findByUndertakingAndStageOrderBySubmittedAtAscIdAsc(key.toString(), stage.toString());
    }

    /** Which versions of the answers are under review. */
    static String versions(StageSubmission submission) {
        return submission.tasks().stream()
                .map(TaskSubmission::id)
                .map(UUID::toString)
                .sorted()
                .collect(Collectors.joining(","));
    }
}
