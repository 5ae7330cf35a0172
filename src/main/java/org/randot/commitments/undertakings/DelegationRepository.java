package org.randot.commitments.undertakings;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.randot.commitments.shared.DataScope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Parts given to others, and the links to some of them, of which only the hash is kept. */
@Repository
class DelegationRepository {
    private final JdbcClient jdbc;

    DelegationRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What a link leads to. */
    record Link(UUID delegation, String state) {}

    void insert(Delegation part) {
        jdbc.sql("""
                        insert into delegation (id, task_id, state, person, person_name, link, given_by, given_at, sections, status, answers,
                          version, note, changed_at, expires_at)
                        values (:id, :task, :state, :person, :name, :link, :givenBy, :givenAt, :sections, :status,
                          cast(:answers as jsonb), :version, :note, :changedAt, cast(:expires as timestamptz))""")
                .param("id", part.id)
                .param("task", part.taskId)
                .param("state", part.state)
                .param("person", part.person)
                .param("name", part.personName)
                .param("link", part.link)
                .param("givenBy", part.givenBy)
                .param("givenAt", Sql.at(part.givenAt))
                .param("sections", String.join(" ", part.sections))
                .param("status", part.status.name())
                .param("answers", part.answers.toString())
                .param("version", part.version)
                .param("note", part.note)
                .param("changedAt", Sql.at(part.changedAt))
                .param("expires", Sql.at(part.expiresAt))
                .update();
    }

    void save(Delegation part) {
        jdbc.sql("""
                        update delegation set sections = :sections, status = :status, answers = cast(:answers as jsonb), version = :version,
                          note = :note, changed_at = :changedAt, saved_page = cast(:page as uuid) where id = :id""")
                .param("sections", String.join(" ", part.sections))
                .param("status", part.status.name())
                .param("answers", part.answers.toString())
                .param("version", part.version)
                .param("note", part.note)
                .param("changedAt", Sql.at(part.changedAt))
                .param("page", part.page)
                .param("id", part.id)
                .update();
    }

    Optional<Delegation> find(UUID id) {
        return jdbc.sql("select * from delegation where id = :id")
                .param("id", id)
                .query(DelegationRepository::read)
                .optional();
    }

    /** What this person has of the task now. */
    Optional<Delegation> living(UUID task, UUID person) {
        return jdbc.sql(
                        "select * from delegation where task_id = :task and person = :person and status in ('OPEN', 'DONE')")
                .param("task", task)
                .param("person", person)
                .query(DelegationRepository::read)
                .optional();
    }

    List<Delegation> living(UUID task) {
        return jdbc.sql(
                        "select * from delegation where task_id = :task and status in ('OPEN', 'DONE') order by given_at")
                .param("task", task)
                .query(DelegationRepository::read)
                .list();
    }

    /** All of a task, the newest first. */
    List<Delegation> ofTask(UUID task) {
        return jdbc.sql("select * from delegation where task_id = :task order by given_at desc, id desc")
                .param("task", task)
                .query(DelegationRepository::read)
                .list();
    }

    int livingOfStage(UUID stage) {
        return jdbc.sql("""
                        select count(*) from delegation d join task t on t.id = d.task_id
                        where t.stage_id = :stage and d.status in ('OPEN', 'DONE')""").param("stage", stage).query(Integer.class).single();
    }

    void insertLink(byte[] hash, Delegation part, Instant expires) {
        jdbc.sql(
                        "insert into delegation_link (hash, delegation_id, state, expires) values (:hash, :part, :state, :expires)")
                .param("hash", hash)
                .param("part", part.id)
                .param("state", part.state)
                .param("expires", Sql.at(expires))
                .update();
    }

    /** Whoever asks is nobody yet: the hash is all there is to know. */
    Optional<Link> link(byte[] hash, Instant now) {
        return DataScope.SYSTEM.call(() -> jdbc.sql(
                        "select delegation_id, state from delegation_link where hash = :hash and expires > :now")
                .param("hash", hash)
                .param("now", Sql.at(now))
                .query((row, number) -> new Link(Sql.id(row, "delegation_id"), row.getString("state")))
                .optional());
    }

    /** @return false when it was used up already */
    boolean useLink(byte[] hash, Instant now) {
        return jdbc.sql("delete from delegation_link where hash = :hash and expires > :now")
                        .param("hash", hash)
                        .param("now", Sql.at(now))
                        .update()
                == 1;
    }

    void endLinks(UUID part) {
        jdbc.sql("delete from delegation_link where delegation_id = :part")
                .param("part", part)
                .update();
    }

    private static Delegation read(ResultSet row, int number) throws SQLException {
        Delegation part = new Delegation(
                Sql.id(row, "id"),
                Sql.id(row, "task_id"),
                row.getString("state"),
                new Delegation.Recipient(Sql.id(row, "person"), row.getString("person_name"), row.getBoolean("link")),
                row.getString("given_by"),
                Sql.instant(row, "given_at"));
        part.sections = new LinkedHashSet<>(List.of(row.getString("sections").split(" ", -1)));
        part.status = DelegationStatus.valueOf(row.getString("status"));
        part.answers = Sql.object(row, "answers");
        part.version = row.getInt("version");
        part.note = row.getString("note");
        part.changedAt = Sql.instant(row, "changed_at");
        part.page = row.getObject("saved_page", UUID.class);
        part.expiresAt = Sql.instantOrNull(row, "expires_at");
        return part;
    }
}
