package org.randot.commitments.review;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.randot.commitments.engine.Processes;
import org.randot.commitments.shared.Time;
import org.randot.commitments.undertakings.Undertakings;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Whoever is named for a review that waits already has the whole time, from that day on (domain.md 3.3). */
@Component
class Reassignment {
    private final ReviewRepository reviews;
    private final ReviewFile file;
    private final Undertakings undertakings;
    private final Processes processes;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    Reassignment(
            ReviewRepository reviews,
            ReviewFile file,
            Undertakings undertakings,
            Processes processes,
            ApplicationEventPublisher facts,
            Clock clock) {
        this.reviews = reviews;
        this.file = file;
        this.undertakings = undertakings;
        this.processes = processes;
        this.facts = facts;
        this.clock = clock;
    }

    @EventListener
    void on(ReviewersNamed fact) {
        reviews.findByStateAndCommitmentAndStatus(fact.state(), fact.commitment(), ReviewStatus.OPEN).stream()
                .filter(review -> review.kind() != ReviewKind.COMPLETENESS)
                .forEach(review -> assign(review, fact.before()));
    }

    /** Nothing begins again where those who decide are the same as before. */
    private void assign(Review review, ReviewView.Assignment before) {
        List<UUID> former = file.deciders(review, before);
        List<UUID> added = file.deciders(review).stream()
                .filter(person -> !former.contains(person))
                .toList();
        if (added.isEmpty()) {
            return;
        }
        LocalDate due = ReviewTimes.due(review.kind(), start(review));
        review.fallDue(due);
        reviews.saveAndFlush(review);
        undertakings.reviewAssigned(review.undertaking(), review.stage(), due);
        facts.publishEvent(new ReviewFact.Assigned(
                review.undertaking(), review.stage(), review.id(), review.kind().name(), added, due));
        processes.reschedule(review.undertaking().toString());
    }

    /** While the undertaking stands still the days are counted from when it began to; they are added when it goes on. */
    private LocalDate start(Review review) {
        return Objects.requireNonNullElse(undertakings.get(review.undertaking()).suspendedOn(), Time.today(clock));
    }
}
