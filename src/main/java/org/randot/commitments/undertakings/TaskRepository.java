package org.randot.commitments.undertakings;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.randot.commitments.engine.StageKey;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class TaskRepository {
    private final JdbcClient jdbc;

    TaskRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Task task) {
        jdbc.sql("""
                        insert into task (id, stage_id, undertaking_id, undertaking, state, commitment, stage_key, task_key, task_code,
                          element, form_id, engine_task, status, due_date, search_text)
                        values (:id, :stageId, :undertakingId, :undertaking, :state, :commitment, :stage, :key, :code, :element, :form,
                          :engineTask, :status, cast(:due as date), :search)""")
                .param("id", task.id)
                .param("stageId", task.stageId)
                .param("undertakingId", task.undertakingId)
                .param("undertaking", task.undertaking.toString())
                .param("state", task.undertaking.state())
                .param("commitment", task.undertaking.commitment())
                .param("stage", task.stage.toString())
                .param("key", task.key)
                .param("code", task.code)
                .param("element", task.element)
                .param("form", task.formId)
                .param("engineTask", task.engineTask)
                .param("status", task.status.name())
                .param("due", task.dueDate)
                .param("search", task.searchText)
                .update();
    }

    Optional<Task> find(UUID id) {
        return jdbc.sql("select * from task where id = :id")
                .param("id", id)
                .query(TaskRepository::read)
                .optional();
    }

    /** Holds the task until the end of the transaction, so that two who hand it in come one after the other. */
    Optional<Task> lock(UUID id) {
        return jdbc.sql("select * from task where id = :id for update")
                .param("id", id)
                .query(TaskRepository::read)
                .optional();
    }

    List<Task> ofStage(UUID stage) {
        return jdbc.sql("select * from task where stage_id = :stage order by task_key")
                .param("stage", stage)
                .query(TaskRepository::read)
                .list();
    }

    List<Task> of(UUID undertaking) {
        return jdbc.sql("select * from task where undertaking_id = :undertaking order by task_key")
                .param("undertaking", undertaking)
                .query(TaskRepository::read)
                .list();
    }

    void moveDueDate(Stage stage) {
        jdbc.sql("update task set due_date = cast(:due as date), version = version + 1 where stage_id = :stage")
                .param("due", stage.dueDate)
                .param("stage", stage.id)
                .update();
    }

    /** The answers of a stage that is over are opened again; its process tells which task waits. */
    void reopen(Stage stage) {
        jdbc.sql("""
                        update task set status = 'WAITING', due_date = cast(:due as date), less_than_half = false, version = version + 1
                        where stage_id = :stage""").param("due", stage.dueDate).param("stage", stage.id).update();
    }

    /** Nobody waits for them any more; what they hold stays. */
    void park(Stage stage) {
        jdbc.sql("""
                        update task set status = 'WAITING', engine_task = null, version = version + 1
                        where stage_id = :stage and status <> 'DONE'""").param("stage", stage.id).update();
    }

    /** Nobody may work at them; how they stood is kept for the day on which the undertaking goes on. */
    void shelve(UUID undertaking) {
        jdbc.sql("""
                        update task set shelved_status = status, shelved_engine_task = engine_task, status = 'WAITING', engine_task = null,
                          version = version + 1
                        where undertaking_id = :undertaking and status <> 'DONE'""").param("undertaking", undertaking).update();
    }

    /** They stand as they did. */
    void unshelve(UUID undertaking) {
        jdbc.sql("""
                        update task set status = shelved_status, engine_task = shelved_engine_task, shelved_status = null,
                          shelved_engine_task = null, version = version + 1
                        where undertaking_id = :undertaking and shelved_status is not null""").param("undertaking", undertaking).update();
    }

    void settle(Stage stage) {
        jdbc.sql("update task set status = 'DONE', engine_task = null, version = version + 1 where stage_id = :stage")
                .param("stage", stage.id)
                .update();
    }

    void giveBack(Stage stage) {
        jdbc.sql("""
                        update task set status = 'WAITING', due_date = cast(:due as date), version = version + 1
                        where stage_id = :stage and status = 'SUBMITTED'""").param("due", stage.dueDate).param("stage", stage.id).update();
    }

    /** @throws OptimisticLockingFailureException when somebody else changed it meanwhile */
    void save(Task task) {
        int changed = jdbc.sql("""
                        update task set engine_task = :engineTask, status = :status, due_date = cast(:due as date),
                          assignee = cast(:assignee as uuid), assignee_name = :assigneeName, less_than_half = :lessThanHalf,
                          submissions = :submissions, standing = :standing, standing_before = :before, version = version + 1
                        where id = :id and version = :version""")
                .param("engineTask", task.engineTask)
                .param("status", task.status.name())
                .param("due", task.dueDate)
                .param("assignee", task.assignee)
                .param("assigneeName", task.assigneeName)
                .param("lessThanHalf", task.lessThanHalf)
                .param("submissions", task.submissions)
                .param("standing", task.standing)
                .param("before", task.standingBefore)
                .param("id", task.id)
                .param("version", task.version)
                .update();
        if (changed != 1) {
            throw new OptimisticLockingFailureException("Task " + task.key + " of " + task.undertaking);
        }
    }

    static Task read(ResultSet row, int number) throws SQLException {
        Task task = new Task(
                Sql.id(row, "id"),
                Sql.id(row, "stage_id"),
                Sql.id(row, "undertaking_id"),
                UndertakingKey.parse(row.getString("undertaking")),
                StageKey.parse(row.getString("stage_key")),
                row.getString("task_code"),
                row.getString("element"),
                row.getString("form_id"),
                row.getInt("version"));
        task.engineTask = row.getString("engine_task");
        task.status = TaskStatus.valueOf(row.getString("status"));
        task.dueDate = Sql.date(row, "due_date");
        task.assignee = Sql.idOrNull(row, "assignee");
        task.assigneeName = row.getString("assignee_name");
        task.lessThanHalf = row.getBoolean("less_than_half");
        task.submissions = row.getInt("submissions");
        task.standing = row.getInt("standing");
        task.standingBefore = row.getInt("standing_before");
        return task;
    }
}
