package org.randot.commitments.reminders;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.engine.StageKey;
import org.randot.commitments.reminders.LadderKey.Subject;
import org.randot.commitments.shared.Ids;
import org.randot.commitments.undertakings.UndertakingKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of ladders and their steps. Opening one again changes nothing unless its due date moved. */
@Component
class Ladders {
    private static final int WEEK = 7;

    private final JdbcClient jdbc;
    private final Profiles profiles;

    Ladders(JdbcClient jdbc, Profiles profiles) {
        this.jdbc = jdbc;
        this.profiles = profiles;
    }

    private record Standing(UUID id, LocalDate due, int version, boolean open) {}

    /** @param from days before it are skipped */
    void open(LadderKey key, String profile, LocalDate due, LocalDate from) {
        Optional<Standing> before = standing(key);
        if (before.filter(ladder -> ladder.open() && ladder.due().equals(due)).isPresent()) {
            return;
        }
        boolean moved = before.filter(ladder -> ladder.due().equals(due)).isEmpty();
        int version = before.map(Standing::version).orElse(0) + (moved ? 1 : 0);
        UUID id = before.map(Standing::id).orElseGet(Ids::next);
        save(id, key, profile, due, from, version);
        dropWaiting(id);
        Map<Integer, LocalDate> told = told(id);
        LadderPlan.steps(profiles.rows(key.kind(), key.subject(), profile), due, from).stream()
                .filter(step -> !isToldLately(told.get(step.offset()), step))
                .forEach(step -> add(id, key.undertaking().state(), version, step));
    }

    /** A due date that moves by a few days does not bring back a step that was told within the week. */
    private static boolean isToldLately(@Nullable LocalDate told, LadderPlan.Step step) {
        return told != null && step.day().isBefore(told.plusDays(WEEK));
    }

    private Map<Integer, LocalDate> told(UUID ladder) {
        Map<Integer, LocalDate> told = new HashMap<>();
        jdbc.sql("select day_offset, max(due_day) as day from reminder_step where ladder_id = :ladder"
                        + " and taken_at is not null group by day_offset")
                .param("ladder", ladder)
                .query(row -> {
                    told.put(row.getInt("day_offset"), row.getObject("day", LocalDate.class));
                });
        return told;
    }

    /** The state handed in: reminders of the last week led to it. */
    void answered(UndertakingKey undertaking, StageKey stage, Instant now) {
        jdbc.sql("""
                update reminder_step s set answered_at = :now from reminder_ladder l
                where l.id = s.ladder_id and l.undertaking = :undertaking and l.stage = :stage and l.subject = 'STAGE'
                  and l.kind = 'REMINDER' and s.taken_at >= :since and s.answered_at is null
                """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("undertaking", undertaking.toString())
                .param("stage", stage.toString())
                .param("since", now.minus(Duration.ofDays(WEEK)).atOffset(ZoneOffset.UTC))
                .update();
    }

    void stop(UndertakingKey undertaking, StageKey stage, Subject subject) {
        List<UUID> stopped = jdbc.sql("update reminder_ladder set open = false where undertaking = :undertaking"
                        + " and stage = :stage and subject = :subject and open returning id")
                .param("undertaking", undertaking.toString())
                .param("stage", stage.toString())
                .param("subject", subject.name())
                .query(UUID.class)
                .list();
        stopped.forEach(this::dropWaiting);
    }

    void stopAll(UndertakingKey undertaking) {
        jdbc.sql("update reminder_ladder set open = false where undertaking = :undertaking and open returning id")
                .param("undertaking", undertaking.toString())
                .query(UUID.class)
                .list()
                .forEach(this::dropWaiting);
    }

    /** The next day after this one on which a step falls due. */
    Optional<LocalDate> nextDay(LocalDate day) {
        return jdbc.sql("select due_day from reminder_step where taken_at is null and due_day > :day"
                        + " order by due_day limit 1")
                .param("day", day)
                .query(LocalDate.class)
                .optional();
    }

    void add(UUID ladder, String state, int version, LadderPlan.Step step) {
        jdbc.sql("""
                insert into reminder_step (id, ladder_id, state, due_version, day_offset, repeat_days, audience, due_day)
                values (:id, :ladder, :state, :version, :offset, :repeat, :audience, :day)
                on conflict (ladder_id, due_version, day_offset, audience) do nothing
                """)
                .param("id", Ids.next())
                .param("ladder", ladder)
                .param("state", state)
                .param("version", version)
                .param("offset", step.offset())
                .param("repeat", step.repeat())
                .param("audience", step.audience())
                .param("day", step.day())
                .update();
    }

    private void save(UUID id, LadderKey key, String profile, LocalDate due, LocalDate from, int version) {
        jdbc.sql("""
                insert into reminder_ladder (id, undertaking, state, stage, subject, kind, profile, opened_on, due_date, due_version, open)
                values (:id, :undertaking, :state, :stage, :subject, :kind, :profile, :from, :due, :version, true)
                on conflict (undertaking, stage, subject, kind) do update set profile = excluded.profile,
                    opened_on = excluded.opened_on, due_date = excluded.due_date, due_version = excluded.due_version, open = true
                """)
                .param("id", id)
                .param("undertaking", key.undertaking().toString())
                .param("state", key.undertaking().state())
                .param("stage", key.stage().toString())
                .param("subject", key.subject().name())
                .param("kind", key.kind().name())
                .param("profile", profile)
                .param("from", from)
                .param("due", due)
                .param("version", version)
                .update();
    }

    /** By which profile it was opened once. */
    Optional<String> profile(LadderKey key) {
        return jdbc.sql("select profile from reminder_ladder where undertaking = :undertaking and stage = :stage"
                        + " and subject = :subject and kind = :kind")
                .param("undertaking", key.undertaking().toString())
                .param("stage", key.stage().toString())
                .param("subject", key.subject().name())
                .param("kind", key.kind().name())
                .query(String.class)
                .optional();
    }

    private Optional<Standing> standing(LadderKey key) {
        return jdbc.sql("select id, due_date, due_version, open from reminder_ladder where undertaking = :undertaking"
                        + " and stage = :stage and subject = :subject and kind = :kind for update")
                .param("undertaking", key.undertaking().toString())
                .param("stage", key.stage().toString())
                .param("subject", key.subject().name())
                .param("kind", key.kind().name())
                .query((row, n) -> new Standing(
                        row.getObject("id", UUID.class),
                        row.getObject("due_date", LocalDate.class),
                        row.getInt("due_version"),
                        row.getBoolean("open")))
                .optional();
    }

    private void dropWaiting(UUID ladder) {
        jdbc.sql("delete from reminder_step where ladder_id = :ladder and taken_at is null")
                .param("ladder", ladder)
                .update();
    }
}
