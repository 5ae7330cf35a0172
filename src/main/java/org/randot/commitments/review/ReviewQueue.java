package org.randot.commitments.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.engine.StageKey;
import org.randot.commitments.identity.Actor;
import org.randot.commitments.identity.Role;
import org.randot.commitments.shared.Paged;
import org.randot.commitments.shared.Paging;
import org.randot.commitments.shared.Time;
import org.randot.commitments.undertakings.UndertakingKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The queue as a read model: within the kinds that the actor's roles have to do with, the oldest due date first. */
@Component
class ReviewQueue {
    private static final String WHERE = """
             from review where kind in (:kinds)
              and (cast(:status as text) is null or status = :status)
              and (cast(:state as text) is null or state = :state)
              and (cast(:commitment as text) is null or commitment = :commitment)
            """;
    private static final String COLUMNS =
            "select id, version, kind, undertaking, stage, status, submitted_at, due_date, closed_at, decision";

    private final JdbcClient jdbc;
    private final Reviewers reviewers;
    private final Clock clock;

    ReviewQueue(JdbcClient jdbc, Reviewers reviewers, Clock clock) {
        this.jdbc = jdbc;
        this.reviewers = reviewers;
        this.clock = clock;
    }

    /** What a person has to do with by role: the secretariat checks completeness, reviewers and chair decide milestones. */
    static Set<ReviewKind> kindsOf(Actor actor) {
        boolean reviews = actor.is(Role.CHS_REVIEWER) || actor.is(Role.CHS_CHAIR);
        boolean checks = actor.is(Role.TECHNICAL_SECRETARIAT);
        if (reviews && checks) {
            return Set.of(ReviewKind.values());
        }
        if (reviews) {
            return Set.of(ReviewKind.MILESTONE, ReviewKind.NOT_APPLICABLE, ReviewKind.EXTENSION);
        }
        return checks ? Set.of(ReviewKind.COMPLETENESS) : Set.of();
    }

    Paged<ReviewItem> page(Actor actor, ReviewQuery query, Paging paging) {
        long total = filtered("select count(*)" + WHERE, actor, query)
                .query(Long.class)
                .single();
        List<ReviewItem> items = filtered(
                        COLUMNS + WHERE + " order by (status = 'OPEN') desc, "
                                + "case when status = 'OPEN' then due_date end, closed_at desc, id limit :size offset :offset",
                        actor,
                        query)
                .param("size", paging.size())
                .param("offset", paging.offset())
                .query((row, n) -> item(row, actor))
                .list();
        return Paged.of(items, paging, total);
    }

    ReviewLoad load(Actor actor) {
        return filtered(
                        "select count(*) as open, count(*) filter (where due_date < :today) as overdue" + WHERE,
                        actor,
                        ReviewQuery.open())
                .param("today", Time.today(clock))
                .query((row, n) -> new ReviewLoad(row.getLong("open"), row.getLong("overdue")))
                .single();
    }

    ReviewItem item(Review review, boolean ownState) {
        return new ReviewItem(
                review.id(),
                review.kind(),
                review.undertaking(),
                review.stage(),
                review.submittedAt(),
                review.dueDate(),
                review.status(),
                review.decision(),
                review.version(),
                age(Time.dateOf(review.submittedAt()), closed(review.closedAt())),
                overdue(review.status(), review.dueDate()),
                ownState);
    }

    private JdbcClient.StatementSpec filtered(String sql, Actor actor, ReviewQuery query) {
        return jdbc.sql(sql)
                .param("kinds", kindsOf(actor).stream().map(Enum::name).toList())
                .param("status", query.status().map(Enum::name).orElse(null))
                .param("state", query.state().orElse(null))
                .param("commitment", query.commitment().orElse(null));
    }

    private ReviewItem item(ResultSet row, Actor actor) throws SQLException {
        UndertakingKey undertaking = UndertakingKey.parse(row.getString("undertaking"));
        ReviewStatus status = ReviewStatus.valueOf(row.getString("status"));
        LocalDate due = row.getObject("due_date", LocalDate.class);
        OffsetDateTime submitted = row.getObject("submitted_at", OffsetDateTime.class);
        @Nullable OffsetDateTime closedAt = row.getObject("closed_at", OffsetDateTime.class);
        @Nullable String decision = row.getString("decision");
        return new ReviewItem(
                row.getObject("id", UUID.class),
                ReviewKind.valueOf(row.getString("kind")),
                undertaking,
                StageKey.parse(row.getString("stage")),
                submitted.toInstant(),
                due,
                status,
                decision == null ? null : Decision.valueOf(decision),
                row.getInt("version"),
                age(Time.dateOf(submitted.toInstant()), closed(closedAt == null ? null : closedAt.toInstant())),
                overdue(status, due),
                reviewers.isConcernedBy(actor, undertaking.state()));
    }

    private LocalDate closed(java.time.@Nullable Instant closedAt) {
        return closedAt == null ? Time.today(clock) : Time.dateOf(closedAt);
    }

    private static long age(LocalDate submitted, LocalDate until) {
        return Math.max(0, ChronoUnit.DAYS.between(submitted, until));
    }

    private long overdue(ReviewStatus status, LocalDate due) {
        return status == ReviewStatus.OPEN ? Math.max(0, ChronoUnit.DAYS.between(due, Time.today(clock))) : 0;
    }
}
