package org.randot.commitments.undertakings;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class LaunchRepository {
    private final JdbcClient jdbc;

    LaunchRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One undertaking to be started. */
    record Item(UUID run, UndertakingKey undertaking, int attempts) {}

    void insertRun(UUID id, String cycle, String by, Instant now) {
        jdbc.sql("insert into launch_run (id, cycle, requested_by, requested_at) values (:id, :cycle, :by, :at)")
                .param("id", id)
                .param("cycle", cycle)
                .param("by", by)
                .param("at", Sql.at(now))
                .update();
    }

    void insertItem(UUID run, UndertakingKey undertaking) {
        jdbc.sql("""
                        insert into launch_item (run_id, undertaking, state, status)
                        values (:run, :undertaking, :state, case when exists (select 1 from undertaking where key = :undertaking and cancelled_at is null)
                          then 'ALREADY' else 'WAITING' end)""")
                .param("run", run)
                .param("undertaking", undertaking.toString())
                .param("state", undertaking.state())
                .update();
    }

    /** Takes an item that no other node works on. */
    Optional<Item> take() {
        return jdbc.sql("""
                        select run_id, undertaking, attempts from launch_item where status = 'WAITING'
                        order by attempts, run_id, undertaking limit 1 for update skip locked""")
                .query((row, number) -> new Item(
                        Sql.id(row, "run_id"),
                        UndertakingKey.parse(row.getString("undertaking")),
                        row.getInt("attempts")))
                .optional();
    }

    void finish(Item item, String status, String problem) {
        jdbc.sql("""
                        update launch_item set status = :status, problem = :problem, attempts = attempts + 1
                        where run_id = :run and undertaking = :undertaking""")
                .param("status", status)
                .param("problem", problem)
                .param("run", item.run())
                .param("undertaking", item.undertaking().toString())
                .update();
    }

    boolean anyWaiting() {
        return jdbc.sql("select exists (select 1 from launch_item where status = 'WAITING')")
                .query(Boolean.class)
                .single();
    }

    Optional<LaunchProgress> progress(UUID id) {
        List<LaunchProgress.Failure> failures = jdbc.sql("""
                        select undertaking, problem from launch_item where run_id = :id and status = 'FAILED'
                        order by undertaking limit 100""")
                .param("id", id)
                .query((row, number) ->
                        new LaunchProgress.Failure(row.getString("undertaking"), row.getString("problem")))
                .list();
        return jdbc.sql("""
                        select r.id, r.cycle, r.requested_at, count(i.run_id) as total,
                          count(*) filter (where i.status = 'STARTED') as started, count(*) filter (where i.status = 'ALREADY') as already,
                          count(*) filter (where i.status = 'FAILED') as failed, count(*) filter (where i.status = 'WAITING') as waiting
                        from launch_run r left join launch_item i on i.run_id = r.id where r.id = :id group by r.id""")
                .param("id", id)
                .query((row, number) -> new LaunchProgress(
                        Sql.id(row, "id"),
                        row.getString("cycle"),
                        Sql.instant(row, "requested_at"),
                        row.getLong("total"),
                        row.getLong("started"),
                        row.getLong("already"),
                        row.getLong("failed"),
                        row.getLong("waiting"),
                        failures))
                .optional();
    }

    Optional<UUID> last(String cycle) {
        return jdbc.sql("select id from launch_run where cycle = :cycle order by requested_at desc, id desc limit 1")
                .param("cycle", cycle)
                .query(UUID.class)
                .optional();
    }

    long running(String cycle) {
        return jdbc.sql("select count(*) from undertaking where cycle = :cycle")
                .param("cycle", cycle)
                .query(Long.class)
                .single();
    }
}
