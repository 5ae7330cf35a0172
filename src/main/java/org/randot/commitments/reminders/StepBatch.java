package org.randot.commitments.reminders;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.engine.StageKey;
import org.randot.commitments.reminders.LadderKey.Kind;
import org.randot.commitments.reminders.LadderKey.Subject;
import org.randot.commitments.shared.Time;
import org.randot.commitments.undertakings.UndertakingKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Takes one batch of due steps: locks those nobody else holds, tells whom they concern, and notes them as taken. */
@Component
class StepBatch {
    private static final int SIZE = 500;
    private static final String DUE = """
            select s.id, s.ladder_id, s.due_version, s.day_offset, s.repeat_days, s.audience, s.due_day,
                   l.undertaking, l.stage, l.subject, l.kind, l.due_date
            from reminder_step s join reminder_ladder l on l.id = s.ladder_id
            where s.taken_at is null and s.due_day <= :today and l.open and l.due_version = s.due_version
            order by s.due_day, s.id limit :size for update of s skip locked
            """;

    private final JdbcClient jdbc;
    private final Ladders ladders;
    private final Recipients recipients;
    private final NoticeWriter notices;
    private final Clock clock;

    StepBatch(JdbcClient jdbc, Ladders ladders, Recipients recipients, NoticeWriter notices, Clock clock) {
        this.jdbc = jdbc;
        this.ladders = ladders;
        this.recipients = recipients;
        this.notices = notices;
        this.clock = clock;
    }

    private record Due(UUID id, UUID ladder, int version, LadderKey key, LocalDate dueDate, LadderPlan.Step step) {}

    /** @return how many steps were taken */
    int take() {
        List<Due> due = jdbc.sql(DUE)
                .param("today", Time.today(clock))
                .param("size", SIZE)
                .query(StepBatch::due)
                .list();
        if (due.isEmpty()) {
            return 0;
        }
        Recipients.Lookup lookup = recipients.lookup();
        List<NoticeWriter.Notice> told = new ArrayList<>();
        for (Due each : due) {
            told.addAll(notices(each, lookup));
            each.step()
                    .next()
                    .ifPresent(next ->
                            ladders.add(each.ladder(), each.key().undertaking().state(), each.version(), next));
        }
        notices.write(told);
        jdbc.sql("update reminder_step set taken_at = :now where id in (:ids)")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("ids", due.stream().map(Due::id).toList())
                .update();
        return due.size();
    }

    private static List<NoticeWriter.Notice> notices(Due due, Recipients.Lookup lookup) {
        LadderKey key = due.key();
        @Nullable
        UUID review = key.subject() == Subject.REVIEW ? lookup.openReview(key.undertaking(), key.stage()) : null;
        String origin = String.join(
                "/",
                key.undertaking().toString(),
                key.stage().toString(),
                key.subject().name(),
                key.kind().name(),
                Integer.toString(due.step().offset()),
                Integer.toString(due.version()));
        return lookup.people(key, Audience.valueOf(due.step().audience())).stream()
                .map(person -> new NoticeWriter.Notice(
                        person,
                        origin,
                        kind(key, due.step().offset()),
                        key.undertaking(),
                        key.stage(),
                        review,
                        due.dueDate()))
                .toList();
    }

    private static NoticeKind kind(LadderKey key, int offset) {
        boolean stage = key.subject() == Subject.STAGE;
        if (key.kind() == Kind.ESCALATION) {
            return stage ? NoticeKind.ESCALATION : NoticeKind.REVIEW_ESCALATION;
        }
        if (offset > 0) {
            return stage ? NoticeKind.OVERDUE : NoticeKind.REVIEW_OVERDUE;
        }
        return stage ? NoticeKind.REMINDER : NoticeKind.REVIEW_REMINDER;
    }

    private static Due due(ResultSet row, int number) throws SQLException {
        LadderKey key = new LadderKey(
                UndertakingKey.parse(row.getString("undertaking")),
                StageKey.parse(row.getString("stage")),
                Subject.valueOf(row.getString("subject")),
                Kind.valueOf(row.getString("kind")));
        LadderPlan.Step step = new LadderPlan.Step(
                row.getInt("day_offset"),
                row.getInt("repeat_days"),
                row.getString("audience"),
                row.getObject("due_day", LocalDate.class));
        return new Due(
                row.getObject("id", UUID.class),
                row.getObject("ladder_id", UUID.class),
                row.getInt("due_version"),
                key,
                row.getObject("due_date", LocalDate.class),
                step);
    }
}
