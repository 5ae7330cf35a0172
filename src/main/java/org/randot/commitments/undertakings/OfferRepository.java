package org.randot.commitments.undertakings;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.randot.commitments.identity.Actor;
import org.randot.commitments.shared.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which offers were taken, which stays, and what they replaced, which is a draft. */
@Repository
class OfferRepository {
    private final JdbcClient jdbc;

    OfferRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record TakenOffer(
            String field, String offer, Offer.Origin origin, String source, JsonNode value, String by, Instant at) {}

    record Replaced(String field, JsonNode value, Instant at) {}

    void take(Task task, Offer offer, Actor by, Instant now) {
        jdbc.sql("""
                        insert into offer_taken (id, task_id, state, field, offer, origin, source, value, taken_by, taken_by_name, taken_at)
                        values (:id, :task, :state, :field, :offer, :origin, :source, cast(:value as jsonb), :by, :name, :at)""")
                .param("id", Ids.next())
                .param("task", task.id)
                .param("state", task.undertaking.state())
                .param("field", offer.key())
                .param("offer", offer.id())
                .param("origin", offer.origin().name())
                .param("source", offer.source())
                .param("value", offer.value().toString())
                .param("by", by.id())
                .param("name", by.name())
                .param("at", Sql.at(now))
                .update();
    }

    /** The last one of each field. */
    List<TakenOffer> taken(UUID task) {
        return jdbc.sql(
                        "select distinct on (field) * from offer_taken where task_id = :task order by field, taken_at desc")
                .param("task", task)
                .query((row, number) -> new TakenOffer(
                        row.getString("field"),
                        row.getString("offer"),
                        Offer.Origin.valueOf(row.getString("origin")),
                        row.getString("source"),
                        value(row),
                        row.getString("taken_by_name"),
                        Sql.instant(row, "taken_at")))
                .list();
    }

    /** Keeps what stood in the draft, over what was kept before. */
    void keep(Task task, String field, JsonNode value, Instant now) {
        jdbc.sql("""
                        insert into offer_replaced (task_id, field, state, value, replaced_at)
                        values (:task, :field, :state, cast(:value as jsonb), :at)
                        on conflict (task_id, field) do update set value = excluded.value, replaced_at = excluded.replaced_at""")
                .param("task", task.id)
                .param("field", field)
                .param("state", task.undertaking.state())
                .param("value", value.toString())
                .param("at", Sql.at(now))
                .update();
    }

    void forget(Task task, String field) {
        jdbc.sql("delete from offer_replaced where task_id = :task and field = :field")
                .param("task", task.id)
                .param("field", field)
                .update();
    }

    List<Replaced> replaced(UUID task) {
        return jdbc.sql("select * from offer_replaced where task_id = :task order by field")
                .param("task", task)
                .query((row, number) ->
                        new Replaced(row.getString("field"), value(row), Sql.instant(row, "replaced_at")))
                .list();
    }

    private static JsonNode value(ResultSet row) throws SQLException {
        return Sql.object("{\"value\":" + row.getString("value") + "}").path("value");
    }
}
