package org.randot.commitments.undertakings;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.randot.commitments.identity.Actor;
import org.randot.commitments.identity.CurrentActor;
import org.randot.commitments.shared.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is said and what happened beside the answers: marks, comments, the history of stages. All of it only grows. */
@Repository
class NoteRepository {
    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final Clock clock;

    NoteRepository(JdbcClient jdbc, CurrentActor currentActor, Clock clock) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    void happened(Stage stage, String act, String detail) {
        happened(stage.undertakingId, stage.undertaking, stage.key.toString(), act, detail);
    }

    void happened(UUID undertaking, UndertakingKey key, String stage, String act, String detail) {
        Actor actor = currentActor.orSystem();
        jdbc.sql("""
                        insert into stage_event (id, undertaking_id, state, stage_key, act, detail, actor, actor_name, happened_at)
                        values (:id, :undertaking, :state, :stage, :act, :detail, :actor, :name, :at)""")
                .param("id", Ids.next())
                .param("undertaking", undertaking)
                .param("state", key.state())
                .param("stage", stage)
                .param("act", act)
                .param("detail", detail)
                .param("actor", actor.id())
                .param("name", actor.isSystem() ? "" : actor.name())
                .param("at", Sql.at(clock.instant()))
                .update();
    }

    List<HistoryEntry> history(UUID undertaking) {
        return jdbc.sql(
                        "select * from stage_event where undertaking_id = :undertaking order by happened_at desc, id desc limit 500")
                .param("undertaking", undertaking)
                .query((row, number) -> new HistoryEntry(
                        row.getString("stage_key"),
                        row.getString("act"),
                        row.getString("detail"),
                        row.getString("actor_name"),
                        Sql.instant(row, "happened_at")))
                .list();
    }

    void mark(Task task, int round, Mark mark) {
        jdbc.sql("""
                        insert into mark (id, task_id, state, round, field, words, made_at)
                        values (:id, :task, :state, :round, :field, :words, :at)""")
                .param("id", Ids.next())
                .param("task", task.id)
                .param("state", task.undertaking.state())
                .param("round", round)
                .param("field", mark.field())
                .param("words", mark.text())
                .param("at", Sql.at(clock.instant()))
                .update();
    }

    List<Mark> marks(UUID task, int round) {
        return jdbc.sql("select field, words from mark where task_id = :task and round = :round order by id")
                .param("task", task)
                .param("round", round)
                .query((row, number) -> new Mark(row.getString("field"), row.getString("words")))
                .list();
    }

    /** @return its id */
    UUID comment(Task task, String words) {
        Actor actor = currentActor.get();
        UUID id = Ids.next();
        jdbc.sql("""
                        insert into task_comment (id, task_id, state, words, author, author_name, written_at)
                        values (:id, :task, :state, :words, :author, :name, :at)""")
                .param("id", id)
                .param("task", task.id)
                .param("state", task.undertaking.state())
                .param("words", words)
                .param("author", actor.id())
                .param("name", actor.name())
                .param("at", Sql.at(clock.instant()))
                .update();
        return id;
    }

    List<TaskView.Comment> comments(UUID task) {
        return jdbc.sql(
                        "select author_name, words, written_at from task_comment where task_id = :task order by written_at, id")
                .param("task", task)
                .query((row, number) -> new TaskView.Comment(
                        row.getString("author_name"), row.getString("words"), Sql.instant(row, "written_at")))
                .list();
    }
}
