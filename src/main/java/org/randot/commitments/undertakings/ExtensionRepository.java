package org.randot.commitments.undertakings;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.randot.commitments.engine.StageKey;
import org.randot.commitments.identity.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Requests for more time, each decided once. */
@Repository
class ExtensionRepository {
    private final JdbcClient jdbc;

    ExtensionRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Extension(UUID id, UndertakingKey undertaking, StageKey stage, LocalDate until, boolean decided) {}

    void insert(UUID id, Stage stage, LocalDate until, String reason, Actor by, Instant now) {
        jdbc.sql("""
                        insert into extension (id, stage_id, undertaking, state, stage_key, until, reason, asked_by, asked_at)
                        values (:id, :stageId, :undertaking, :state, :stage, :until, :reason, :by, :at)""")
                .param("id", id)
                .param("stageId", stage.id)
                .param("undertaking", stage.undertaking.toString())
                .param("state", stage.undertaking.state())
                .param("stage", stage.key.toString())
                .param("until", until)
                .param("reason", reason)
                .param("by", by.id())
                .param("at", Sql.at(now))
                .update();
    }

    Optional<Extension> hold(UUID id) {
        return jdbc.sql("select * from extension where id = :id for update")
                .param("id", id)
                .query((row, number) -> new Extension(
                        Sql.id(row, "id"),
                        UndertakingKey.parse(row.getString("undertaking")),
                        StageKey.parse(row.getString("stage_key")),
                        row.getObject("until", LocalDate.class),
                        row.getString("decision") != null))
                .optional();
    }

    /** How many the stage was asked for, those that lapsed apart. */
    int asked(UUID stage) {
        return jdbc.sql("select count(*) from extension where stage_id = :stage and decision is distinct from 'LAPSED'")
                .param("stage", stage)
                .query(Integer.class)
                .single();
    }

    boolean anyWaiting(UUID stage) {
        return jdbc.sql("select exists (select 1 from extension where stage_id = :stage and decision is null)")
                .param("stage", stage)
                .query(Boolean.class)
                .single();
    }

    void decide(UUID id, String decision, Instant now) {
        jdbc.sql("update extension set decision = :decision, decided_at = :at where id = :id")
                .param("decision", decision)
                .param("at", Sql.at(now))
                .param("id", id)
                .update();
    }

    /** The stage is settled: nobody needs more time. */
    void lapse(UUID stage, Instant now) {
        jdbc.sql(
                        "update extension set decision = 'LAPSED', decided_at = :at where stage_id = :stage and decision is null")
                .param("at", Sql.at(now))
                .param("stage", stage)
                .update();
    }
}
