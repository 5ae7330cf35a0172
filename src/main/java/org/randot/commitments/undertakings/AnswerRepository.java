package org.randot.commitments.undertakings;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.engine.StageKey;
import org.randot.commitments.shared.ReadOnce;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Drafts, which change, and submissions, which never do. */
@Repository
class AnswerRepository {
    private final JdbcClient jdbc;
    private final ReadOnce<String, Submission> known = new ReadOnce<>();

    AnswerRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param page the opened page that saved it, null when a program did */
    record Draft(
            ObjectNode values,
            int version,
            UUID savedById,
            String savedBy,
            Instant savedAt,
            @Nullable UUID page) {}

    record Submission(
            UUID id,
            UUID taskId,
            StageKey stage,
            String taskKey,
            String formId,
            int version,
            ObjectNode values,
            String comment,
            UUID submittedBy,
            String submittedByName,
            Instant submittedAt) {}

    Optional<Draft> draft(UUID task) {
        return jdbc.sql("select * from draft where task_id = :task")
                .param("task", task)
                .query((row, number) -> new Draft(
                        Sql.object(row, "answers"),
                        row.getInt("version"),
                        Sql.id(row, "saved_by"),
                        row.getString("saved_by_name"),
                        Sql.instant(row, "saved_at"),
                        row.getObject("saved_page", UUID.class)))
                .optional();
    }

    /** Saves over the version before only, where there is one. @return false when somebody else was faster */
    boolean saveDraft(Task task, Draft draft) {
        int base = draft.version() - 1;
        String insert = """
                insert into draft (task_id, state, answers, version, saved_by, saved_by_name, saved_at, saved_page)
                values (:task, :state, cast(:answers as jsonb), 1, :by, :name, :at, cast(:page as uuid)) on conflict (task_id) do nothing""";
        String update = """
                update draft set answers = cast(:answers as jsonb), version = version + 1, saved_by = :by, saved_by_name = :name,
                  saved_at = :at, saved_page = cast(:page as uuid)
                where task_id = :task and state = :state and version = :base""";
        return jdbc.sql(base == 0 ? insert : update)
                        .param("task", task.id)
                        .param("state", task.undertaking.state())
                        .param("answers", draft.values().toString())
                        .param("by", draft.savedById())
                        .param("name", draft.savedBy())
                        .param("at", Sql.at(draft.savedAt()))
                        .param("page", draft.page())
                        .param("base", base)
                        .update()
                == 1;
    }

    void insert(Submission submission, Task task, String acknowledged) {
        jdbc.sql("""
                        insert into submission (id, task_id, undertaking_id, state, stage_key, task_key, form_id, version, answers,
                          comment, acknowledged, submitted_by, submitted_by_name, submitted_at)
                        values (:id, :task, :undertaking, :state, :stage, :key, :form, :version, cast(:answers as jsonb), :comment,
                          :acknowledged, :by, :name, :at)""")
                .param("id", submission.id())
                .param("task", task.id)
                .param("undertaking", task.undertakingId)
                .param("state", task.undertaking.state())
                .param("stage", task.stage.toString())
                .param("key", task.key)
                .param("form", task.formId)
                .param("version", submission.version())
                .param("answers", submission.values().toString())
                .param("comment", submission.comment())
                .param("acknowledged", acknowledged)
                .param("by", submission.submittedBy())
                .param("name", submission.submittedByName())
                .param("at", Sql.at(submission.submittedAt()))
                .update();
    }

    /** The submissions that stand now, of all tasks of an undertaking. */
    List<Submission> standing(UUID undertaking) {
        return jdbc.sql("""
                        select s.* from submission s join task t on t.id = s.task_id and t.standing = s.version
                        where s.undertaking_id = :undertaking order by s.task_key""")
                .param("undertaking", undertaking)
                .query(AnswerRepository::read)
                .list();
    }

    Optional<Submission> submission(UUID task, int version) {
        return known.get(
                task + "/" + version,
                () -> jdbc.sql("select * from submission where task_id = :task and version = :version")
                        .param("task", task)
                        .param("version", version)
                        .query(AnswerRepository::read)
                        .optional());
    }

    static Submission read(ResultSet row, int number) throws SQLException {
        return new Submission(
                Sql.id(row, "id"),
                Sql.id(row, "task_id"),
                StageKey.parse(row.getString("stage_key")),
                row.getString("task_key"),
                row.getString("form_id"),
                row.getInt("version"),
                Sql.object(row, "answers"),
                row.getString("comment"),
                Sql.id(row, "submitted_by"),
                row.getString("submitted_by_name"),
                Sql.instant(row, "submitted_at"));
    }
}
