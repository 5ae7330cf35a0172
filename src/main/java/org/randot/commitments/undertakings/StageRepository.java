package org.randot.commitments.undertakings;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.randot.commitments.engine.StageKey;
import org.randot.commitments.shared.ReadOnce;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class StageRepository {
    private final JdbcClient jdbc;
    private final ReadOnce<UUID, List<Stage>> known = new ReadOnce<>();

    StageRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Stage stage) {
        UndertakingKey key = stage.undertaking;
        jdbc.sql("""
                        insert into stage (id, undertaking_id, undertaking, cycle, state, commitment, stage_key, position, status, due_date)
                        values (:id, :undertakingId, :undertaking, :cycle, :state, :commitment, :stage, :position, :status, cast(:due as date))""")
                .param("id", stage.id)
                .param("undertakingId", stage.undertakingId)
                .param("undertaking", key.toString())
                .param("cycle", key.cycle())
                .param("state", key.state())
                .param("commitment", key.commitment())
                .param("stage", stage.key.toString())
                .param("position", stage.position)
                .param("status", stage.status.name())
                .param("due", stage.dueDate)
                .update();
        known.forget();
    }

    Optional<Stage> find(UUID undertaking, StageKey stage) {
        return of(undertaking).stream().filter(one -> one.key.equals(stage)).findFirst();
    }

    Stage byId(UUID id) {
        return jdbc.sql("select * from stage where id = :id")
                .param("id", id)
                .query(StageRepository::read)
                .single();
    }

    List<Stage> of(UUID undertaking) {
        return known.always(undertaking, () -> read(List.of(undertaking))).stream()
                .map(Stage::copy)
                .toList();
    }

    List<Stage> of(Collection<UUID> undertakings) {
        return undertakings.size() == 1 ? of(undertakings.iterator().next()) : read(undertakings);
    }

    private List<Stage> read(Collection<UUID> undertakings) {
        if (undertakings.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(
                        "select * from stage where undertaking_id in (:undertakings) order by undertaking_id, position, stage_key")
                .param("undertakings", undertakings)
                .query(StageRepository::read)
                .list();
    }

    /** @throws OptimisticLockingFailureException when somebody else changed it meanwhile */
    void save(Stage stage) {
        int changed = jdbc.sql("""
                        update stage set status = :status, open_as = :openAs, due_date = cast(:due as date), due_granted = :granted,
                          opened_on = cast(:openedOn as date), settled_at = cast(:settledAt as timestamptz), decision = :decision,
                          decision_text = :decisionText, returns = :returns, round = :round, ever_submitted = :everSubmitted, submitted_on = cast(:submittedOn as date),
                          less_than_half = :lessThanHalf, opened_by_reviewer = :opened, not_applicable_reason = :reason,
                          paused_days = :paused, beside = :beside, dropped = :dropped,
                          version = version + 1
                        where id = :id and version = :version""")
                .param("status", stage.status.name())
                .param("openAs", stage.openAs.name())
                .param("due", stage.dueDate)
                .param("granted", stage.dueGranted)
                .param("openedOn", stage.openedOn)
                .param("settledAt", Sql.at(stage.settledAt))
                .param("decision", stage.decision)
                .param("decisionText", stage.decisionText)
                .param("returns", stage.returns)
                .param("round", stage.round)
                .param("everSubmitted", stage.everSubmitted)
                .param("submittedOn", stage.submittedOn)
                .param("lessThanHalf", stage.lessThanHalf)
                .param("opened", stage.openedByReviewer)
                .param("reason", stage.notApplicableReason)
                .param("paused", stage.pausedDays)
                .param("beside", stage.beside)
                .param("dropped", stage.dropped)
                .param("id", stage.id)
                .param("version", stage.version)
                .update();
        if (changed != 1) {
            throw new OptimisticLockingFailureException("Stage " + stage.key + " of " + stage.undertaking);
        }
        stage.version++;
        known.change(
                stage.undertakingId,
                stages -> stages.stream()
                        .map(one -> one.id.equals(stage.id) ? stage.copy() : one)
                        .toList());
    }

    private static Stage read(ResultSet row, int number) throws SQLException {
        Stage stage = new Stage(
                Sql.id(row, "id"),
                Sql.id(row, "undertaking_id"),
                UndertakingKey.parse(row.getString("undertaking")),
                StageKey.parse(row.getString("stage_key")),
                row.getInt("position"),
                row.getInt("version"));
        stage.status = StageStatus.valueOf(row.getString("status"));
        stage.openAs = StageStatus.valueOf(row.getString("open_as"));
        stage.dueDate = Sql.date(row, "due_date");
        stage.dueGranted = row.getBoolean("due_granted");
        stage.openedOn = Sql.date(row, "opened_on");
        stage.settledAt = Sql.instantOrNull(row, "settled_at");
        stage.decision = row.getString("decision");
        stage.decisionText = row.getString("decision_text");
        stage.returns = row.getInt("returns");
        stage.round = row.getInt("round");
        stage.everSubmitted = row.getBoolean("ever_submitted");
        stage.submittedOn = Sql.date(row, "submitted_on");
        stage.lessThanHalf = row.getBoolean("less_than_half");
        stage.pausedDays = row.getInt("paused_days");
        stage.beside = row.getBoolean("beside");
        stage.dropped = row.getBoolean("dropped");
        stage.openedByReviewer = row.getBoolean("opened_by_reviewer");
        stage.notApplicableReason = row.getString("not_applicable_reason");
        return stage;
    }
}
