package org.randot.commitments.reminders;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
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
            insert into notice (id, person, state, origin, kind, undertaking, stage, review_id, due_date, created_at, mail, in_app)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, true) on conflict (person, origin) do nothing
            """;

    /** Of a series about one date, the inbox holds the first. */
    private static final String INSERT_OF_SERIES = INSERT.replace(", true)", """
            , not exists (select 1 from notice where person = ? and undertaking = ? and stage = ? and kind = ?
                and due_date is not distinct from cast(? as date)))
            """);

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
        write(INSERT, notices.stream().filter(notice -> !notice.kind().isOfSeries()), now);
        write(INSERT_OF_SERIES, notices.stream().filter(notice -> notice.kind().isOfSeries()), now);
    }

    private void write(String sql, Stream<Notice> notices, Timestamp now) {
        List<Object[]> rows = notices.map(notice -> row(notice, now)).toList();
        if (!rows.isEmpty()) {
            jdbc.batchUpdate(sql, rows);
        }
    }

    private static @Nullable Object[] row(Notice notice, Timestamp now) {
        StageKey key = notice.stage();
        String stage = key == null ? "" : key.toString();
        String undertaking = notice.undertaking().toString();
        String kind = notice.kind().name();
        List<@Nullable Object> row = new ArrayList<>(Arrays.asList(
                Ids.next(),
                notice.person(),
                notice.undertaking().state(),
                notice.origin(),
                kind,
                undertaking,
                stage,
                notice.review(),
                notice.dueDate(),
                now,
                notice.kind().isForDigest() ? "DIGEST" : "ONCE"));
        if (notice.kind().isOfSeries()) {
            row.addAll(Arrays.asList(notice.person(), undertaking, stage, kind, notice.dueDate()));
        }
        return row.toArray();
    }
}
