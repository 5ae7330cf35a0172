package org.randot.commitments.reminders;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.engine.StageKey;
import org.randot.commitments.identity.Actor;
import org.randot.commitments.identity.CurrentActor;
import org.randot.commitments.identity.Role;
import org.randot.commitments.review.Reviews;
import org.randot.commitments.shared.Forbidden;
import org.randot.commitments.shared.ModuleApi;
import org.randot.commitments.shared.Time;
import org.randot.commitments.undertakings.UndertakingKey;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the ladders of escalation brought to the chair and the secretariat and is still open (domain.md 3.5). Reads only: escalation informs. */
@ModuleApi
public class Escalations {
    private static final String OPEN = """
            select l.undertaking, l.stage, l.subject, l.due_date, min(s.due_day) as since
            from reminder_step s join reminder_ladder l on l.id = s.ladder_id
            where l.kind = 'ESCALATION' and l.open and l.due_version = s.due_version and s.taken_at is not null
              and s.audience in (:audiences)
            group by l.undertaking, l.stage, l.subject, l.due_date order by l.undertaking, l.stage
            """;

    private final JdbcClient jdbc;
    private final Reviews reviews;
    private final CurrentActor actors;
    private final Clock clock;

    Escalations(JdbcClient jdbc, Reviews reviews, CurrentActor actors, Clock clock) {
        this.jdbc = jdbc;
        this.reviews = reviews;
        this.actors = actors;
        this.clock = clock;
    }

    /**
     * @param review null for a stage
     * @param since when it was brought here
     */
    public record Item(
            UndertakingKey undertaking,
            StageKey stage,
            boolean ofReview,
            @Nullable UUID review,
            LocalDate due,
            long overdueDays,
            LocalDate since) {}

    /**
     * By state and commitment.
     *
     * @throws Forbidden for all but the chair and the secretariat
     */
    public List<Item> open() {
        if (!concerns(actors.get())) {
            throw new Forbidden();
        }
        return found();
    }

    /** Nothing for those whom it does not concern. */
    public Optional<List<Item>> mine() {
        return concerns(actors.get()) ? Optional.of(found()) : Optional.empty();
    }

    private static boolean concerns(Actor actor) {
        return actor.isAny(Role.CHS_CHAIR, Role.TECHNICAL_SECRETARIAT);
    }

    private List<Item> found() {
        List<String> audiences = actors.get().is(Role.CHS_CHAIR)
                ? List.of(Audience.CHAIR.name())
                : List.of(Audience.SECRETARIAT.name(), Audience.CHAIR.name());
        return jdbc.sql(OPEN).param("audiences", audiences).query(this::item).list();
    }

    private Item item(ResultSet row, int number) throws SQLException {
        UndertakingKey undertaking = UndertakingKey.parse(row.getString("undertaking"));
        StageKey stage = StageKey.parse(row.getString("stage"));
        boolean ofReview = row.getString("subject").equals(LadderKey.Subject.REVIEW.name());
        LocalDate due = row.getObject("due_date", LocalDate.class);
        return new Item(
                undertaking,
                stage,
                ofReview,
                ofReview ? reviews.openReview(undertaking, stage).orElse(null) : null,
                due,
                Math.max(0, ChronoUnit.DAYS.between(due, Time.today(clock))),
                row.getObject("since", LocalDate.class));
    }
}
