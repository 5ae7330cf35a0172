package org.randot.commitments.review;

import org.randot.commitments.shared.DataScope;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The first review of a state's commitment finds its reviewers, before anybody is told of it. */
@Component
class TurnsOfReviewers {
    private final Reviewers reviewers;

    TurnsOfReviewers(Reviewers reviewers) {
        this.reviewers = reviewers;
    }

    /** Turns are counted over all states. */
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void on(ReviewFact.Opened fact) {
        if (!fact.kind().equals(ReviewKind.COMPLETENESS.name())) {
            DataScope.SYSTEM.run(() -> reviewers.assignByTurns(
                    fact.undertaking().state(), fact.undertaking().commitment()));
        }
    }
}
