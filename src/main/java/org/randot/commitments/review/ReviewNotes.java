package org.randot.commitments.review;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.shared.Ids;
import org.randot.commitments.shared.Time;
import org.randot.commitments.undertakings.Mark;
import org.randot.commitments.undertakings.UndertakingKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What hangs on a review: ticked criteria, marks, who opened it first, and what is to be followed up. */
@Component
class ReviewNotes {
    /** Days until an observation must have been answered (domain.md 3.3). */
    static final int FOLLOW_UP_DAYS = 90;

    private final JdbcClient jdbc;
    private final Clock clock;

    ReviewNotes(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Notes the first reader only. Not an edit: the version of the review stays. */
    void opened(Review review, UUID by) {
        jdbc.sql("update review set opened_by = :by, opened_at = :at where id = :id and opened_at is null")
                .param("by", by)
                .param("at", now())
                .param("id", review.id())
                .update();
    }

    Set<Integer> ticked(UUID review) {
        return jdbc.sql("select criterion from review_tick where review_id = :review")
                .param("review", review)
                .query(Integer.class)
                .set();
    }

    void tick(Review review, Set<Integer> criteria, UUID by) {
        jdbc.sql("delete from review_tick where review_id = :review")
                .param("review", review.id())
                .update();
        criteria.forEach(criterion -> jdbc.sql("insert into review_tick values (:review, :criterion, :state, :by, :at)")
                .param("review", review.id())
                .param("criterion", criterion)
                .param("state", review.undertaking().state())
                .param("by", by)
                .param("at", now())
                .update());
    }

    List<Mark> marks(UUID review) {
        return jdbc.sql("select field, remark from review_mark where review_id = :review order by position")
                .param("review", review)
                .query((row, n) -> new Mark(row.getString("field"), row.getString("remark")))
                .list();
    }

    void mark(Review review, List<Mark> marks) {
        for (int position = 0; position < marks.size(); position++) {
            jdbc.sql("insert into review_mark values (:review, :position, :state, :field, :remark)")
                    .param("review", review.id())
                    .param("position", position)
                    .param("state", review.undertaking().state())
                    .param("field", marks.get(position).field())
                    .param("remark", marks.get(position).text())
                    .update();
        }
    }

    void followUp(Review review, String observation) {
        jdbc.sql("insert into follow_up (id, review_id, undertaking, state, stage, observation, due_date)"
                        + " values (:id, :review, :undertaking, :state, :stage, :observation, :due)")
                .param("id", Ids.next())
                .param("review", review.id())
                .param("undertaking", review.undertaking().toString())
                .param("state", review.undertaking().state())
                .param("stage", review.stage().toString())
                .param("observation", observation)
                .param("due", Time.today(clock).plusDays(FOLLOW_UP_DAYS))
                .update();
    }

    Optional<ReviewView.FollowUp> followUp(UUID review) {
        return jdbc.sql("select id, observation, due_date, closed_at from follow_up where review_id = :review")
                .param("review", review)
                .query((row, n) -> new ReviewView.FollowUp(
                        row.getObject("id", UUID.class),
                        row.getString("observation"),
                        row.getObject("due_date", LocalDate.class),
                        instant(row.getObject("closed_at", OffsetDateTime.class))))
                .optional();
    }

    /** @return whether it was still open */
    boolean closeFollowUp(UUID review, UUID by) {
        int closed = jdbc.sql(
                        "update follow_up set closed_at = :at, closed_by = :by where review_id = :review and closed_at is null")
                .param("at", now())
                .param("by", by)
                .param("review", review)
                .update();
        return closed > 0;
    }

    List<LocalDate> openDueDates(UndertakingKey undertaking) {
        return jdbc.sql("select due_date from follow_up where undertaking = :undertaking and closed_at is null"
                        + " order by due_date")
                .param("undertaking", undertaking.toString())
                .query(LocalDate.class)
                .list();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
