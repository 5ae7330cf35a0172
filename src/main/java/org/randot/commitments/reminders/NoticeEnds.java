package org.randot.commitments.reminders;

import org.randot.commitments.engine.StageKey;
import org.randot.commitments.review.ReviewFact;
import org.randot.commitments.undertakings.UndertakingFact;
import org.randot.commitments.undertakings.UndertakingKey;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What waits for a digest and is settled before it comes is told by no mail; the inbox keeps it. */
@Component
class NoticeEnds {
    private final JdbcClient jdbc;

    NoticeEnds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener
    void on(UndertakingFact.StageSubmitted fact) {
        drop(fact.undertaking(), fact.stage(), NoticeKind.STAGE_OPENED);
    }

    @EventListener
    void on(UndertakingFact.StageSettled fact) {
        drop(fact.undertaking(), fact.stage(), NoticeKind.STAGE_OPENED);
    }

    @EventListener
    void on(UndertakingFact.YearDropped fact) {
        drop(fact.undertaking(), fact.stage(), NoticeKind.STAGE_OPENED);
        drop(fact.undertaking(), fact.stage(), NoticeKind.TO_CHECK);
    }

    @EventListener
    void on(UndertakingFact.Recalled fact) {
        drop(fact.undertaking(), fact.stage(), NoticeKind.TO_CHECK);
    }

    @EventListener
    void on(ReviewFact.Decided fact) {
        drop(fact.undertaking(), fact.stage(), NoticeKind.TO_CHECK);
    }

    @EventListener
    void on(ReviewFact.Lapsed fact) {
        drop(fact.undertaking(), fact.stage(), NoticeKind.TO_CHECK);
    }

    @EventListener
    void on(UndertakingFact.SetAside fact) {
        dropAll(fact.undertaking());
    }

    @EventListener
    void on(UndertakingFact.Cancelled fact) {
        dropAll(fact.undertaking());
    }

    @EventListener
    void on(UndertakingFact.Ended fact) {
        dropAll(fact.undertaking());
    }

    private void drop(UndertakingKey undertaking, StageKey stage, NoticeKind kind) {
        jdbc.sql("update notice set mail = 'DROPPED' where mail = 'DIGEST' and undertaking = :undertaking"
                        + " and stage = :stage and kind = :kind")
                .param("undertaking", undertaking.toString())
                .param("stage", stage.toString())
                .param("kind", kind.name())
                .update();
    }

    private void dropAll(UndertakingKey undertaking) {
        jdbc.sql("update notice set mail = 'DROPPED' where mail = 'DIGEST' and undertaking = :undertaking")
                .param("undertaking", undertaking.toString())
                .update();
    }
}
