package org.randot.commitments.status;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.randot.commitments.shared.Ids;
import org.randot.commitments.undertakings.UndertakingKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The two tables of this module: events, of which none is ever changed, and the newest of each undertaking. */
@Repository
class StatusRecords {
    private static final String INSERT_EVENT = """
            insert into status_event (id, undertaking, state, cycle, commitment, happened_at, acts, facts)
            values (:id, :undertaking, :state, :cycle, :commitment, :at, :acts, :facts::jsonb)""";
    private static final String UPSERT_CELL = """
            insert into status_cell (undertaking, state, cycle, commitment, event, facts)
            values (:undertaking, :state, :cycle, :commitment, :id, :facts::jsonb)
            on conflict (undertaking) do update set event = excluded.event, facts = excluded.facts""";
    private static final String AT = """
            select cell.undertaking, cell.state, cell.commitment, past.id as event, past.facts
            from status_cell cell cross join lateral (
                select id, facts from status_event event
                where event.undertaking = cell.undertaking and event.happened_at <= :at
                order by event.happened_at desc, event.id desc limit 1) past
            where cell.cycle = :cycle""";
    private static final String REBUILD = """
            insert into status_cell (undertaking, state, cycle, commitment, event, facts)
            select distinct on (undertaking) undertaking, state, cycle, commitment, id, facts
            from status_event order by undertaking, happened_at desc, id desc""";

    private final JdbcClient jdbc;
    private final JsonMapper json =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();
    /** An event never changes, so that its facts need reading once only. */
    private final Cache<UUID, CellFacts> read =
            Caffeine.newBuilder().maximumSize(20_000).build();

    StatusRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Row(String undertaking, String state, String commitment, CellFacts facts) {}

    void append(UndertakingKey key, Instant at, String acts, CellFacts facts) {
        String text = write(facts);
        UUID id = Ids.next();
        for (String statement : List.of(INSERT_EVENT, UPSERT_CELL)) {
            JdbcClient.StatementSpec spec = jdbc.sql(statement)
                    .param("id", id)
                    .param("undertaking", key.toString())
                    .param("state", key.state())
                    .param("cycle", key.cycle())
                    .param("commitment", key.commitment())
                    .param("facts", text);
            if (statement.equals(INSERT_EVENT)) {
                spec = spec.param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                        .param("acts", acts);
            }
            spec.update();
        }
    }

    List<Row> now(String cycle) {
        return jdbc.sql("select undertaking, state, commitment, event, facts from status_cell where cycle = :cycle")
                .param("cycle", cycle)
                .query(this::row)
                .list();
    }

    List<Row> at(String cycle, Instant at) {
        return jdbc.sql(AT)
                .param("cycle", cycle)
                .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .query(this::row)
                .list();
    }

    Optional<Row> of(String undertaking) {
        return jdbc.sql("select undertaking, state, commitment, event, facts from status_cell where undertaking = ?")
                .param(undertaking)
                .query(this::row)
                .optional();
    }

    void rebuild() {
        jdbc.sql("delete from status_cell").update();
        jdbc.sql(REBUILD).update();
    }

    private Row row(ResultSet row, int number) throws SQLException {
        String text = row.getString("facts");
        CellFacts facts = read.get(row.getObject("event", UUID.class), id -> parse(text));
        return new Row(row.getString("undertaking"), row.getString("state"), row.getString("commitment"), facts);
    }

    private CellFacts parse(String text) {
        try {
            return json.readValue(text, CellFacts.class);
        } catch (JsonProcessingException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private String write(CellFacts facts) {
        try {
            return json.writeValueAsString(facts);
        } catch (JsonProcessingException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
