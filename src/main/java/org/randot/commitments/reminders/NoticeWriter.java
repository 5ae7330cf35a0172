package org.randot.commitments.reminders;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.engine.StageKey;
import org.randot.commitments.shared.Ids;
import org.randot.commitments.undertakings.UndertakingKey;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Writes notices, each once per person and origin, however often it is asked to. */
@Component
class NoticeWriter {
    private static final String INSERT = """
            insert into notice (id, person, state, origin, kind, undertaking, stage, review_id, due_date, created_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (person, origin) do nothing
            """;

    private final JdbcTemplate jdbc;
    private final Clock clock;

    NoticeWriter(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param origin what it comes from, up to 250 characters; the same origin is told a person once */
    record Notice(
            UUID person,
            String origin,
            NoticeKind kind,
            UndertakingKey undertaking,
            @Nullable StageKey stage,
            @Nullable UUID review,
            @Nullable LocalDate dueDate) {}

    void write(Collection<Notice> notices) {
        Timestamp now = Timestamp.from(clock.instant());
        List<Object[]> rows = notices.stream().map(notice -> row(notice, now)).toList();
        if (!rows.isEmpty()) {
            jdbc.batchUpdate(INSERT, rows);
        }
    }

    private static @Nullable Object[] row(Notice notice, Timestamp now) {
        StageKey stage = notice.stage();
        return new @Nullable Object[] {
            Ids.next(),
            notice.person(),
            notice.undertaking().state(),
            notice.origin(),
            notice.kind().name(),
            notice.undertaking().toString(),
            stage == null ? "" : stage.toString(),
            notice.review(),
            notice.dueDate(),
            now
        };
    }
}
