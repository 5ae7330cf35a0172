package org.randot.commitments.undertakings;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Metadata of documents and what they are attached to. */
@Repository
class EvidenceRepository {
    private final JdbcClient jdbc;

    EvidenceRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A document with what only this module needs to know of it. */
    record Stored(String state, EvidenceView view) {}

    /** @return false when the state has a file with this checksum already */
    boolean insertContent(String state, String sha256, long size) {
        return jdbc.sql(
                                "insert into evidence_content (state, sha256, size) values (:state, :sha256, :size) on conflict do nothing")
                        .param("state", state)
                        .param("sha256", sha256)
                        .param("size", size)
                        .update()
                == 1;
    }

    void insert(String state, EvidenceView document, UUID by) {
        jdbc.sql("""
                        insert into evidence (id, state, sha256, size, title, kind, issuing_agency, document_date, language, classification,
                          visibility, file_name, media_type, added_by, added_at)
                        values (:id, :state, :sha256, :size, cast(:title as jsonb), :kind, :agency, cast(:date as date), :language,
                          :classification, :visibility, :fileName, :mediaType, :by, :at)""")
                .param("id", document.id())
                .param("state", state)
                .param("sha256", document.sha256())
                .param("size", document.size())
                .param("title", title(document.title()))
                .param("kind", document.kind())
                .param("agency", document.issuingAgency())
                .param("date", document.documentDate())
                .param("language", document.language())
                .param("classification", document.classification())
                .param("visibility", document.visibility().name())
                .param("fileName", document.fileName())
                .param("mediaType", document.mediaType())
                .param("by", by)
                .param("at", Sql.at(document.addedAt()))
                .update();
    }

    Optional<Stored> find(UUID id) {
        return jdbc.sql("select * from evidence where id = :id")
                .param("id", id)
                .query(EvidenceRepository::read)
                .optional();
    }

    /** Until the transaction ends nobody else changes it or hands it in. */
    Optional<Stored> hold(UUID id) {
        return jdbc.sql("select * from evidence where id = :id and may_own(state) for update")
                .param("id", id)
                .query(EvidenceRepository::read)
                .optional()
                .or(() -> find(id));
    }

    void describe(UUID id, EvidenceAbout about) {
        jdbc.sql("""
                        update evidence set title = cast(:title as jsonb), kind = :kind, issuing_agency = :agency,
                          document_date = cast(:date as date), language = :language, classification = :classification,
                          visibility = :visibility
                        where id = :id""")
                .param("id", id)
                .param("title", title(about.title()))
                .param("kind", about.kind())
                .param("agency", about.issuingAgency())
                .param("date", about.documentDate())
                .param("language", about.language())
                .param("classification", about.classification())
                .param("visibility", about.visibility().name())
                .update();
    }

    private static String title(Map<String, String> texts) {
        ObjectNode title = Sql.emptyObject();
        texts.forEach(title::put);
        return title.toString();
    }

    boolean link(Task task, UUID document, UUID by, Instant now) {
        return jdbc.sql("""
                        insert into evidence_link (task_id, evidence_id, state, added_by, added_at)
                        values (:task, :document, :state, :by, :at) on conflict do nothing""")
                        .param("task", task.id)
                        .param("document", document)
                        .param("state", task.undertaking.state())
                        .param("by", by)
                        .param("at", Sql.at(now))
                        .update()
                == 1;
    }

    boolean unlink(UUID task, UUID document) {
        return jdbc.sql("delete from evidence_link where task_id = :task and evidence_id = :document")
                        .param("task", task)
                        .param("document", document)
                        .update()
                == 1;
    }

    /** Forgets a document that nothing needs any more. @return true when its bytes are needed no more either */
    boolean forget(Stored document) {
        int gone = jdbc.sql("""
                        delete from evidence e where id = :id and not submitted
                          and not exists (select 1 from evidence_link l where l.evidence_id = e.id)""").param("id", document.view().id()).update();
        return gone == 1
                && jdbc.sql("""
                                select count(*) from evidence where state = :state and sha256 = :sha256""")
                                .param("state", document.state())
                                .param("sha256", document.view().sha256())
                                .query(Long.class)
                                .single()
                        == 0;
    }

    void forgetContent(String state, String sha256) {
        jdbc.sql("delete from evidence_content where state = :state and sha256 = :sha256 and not submitted")
                .param("state", state)
                .param("sha256", sha256)
                .update();
    }

    List<EvidenceView> ofTask(UUID task) {
        return jdbc.sql("""
                        select e.* from evidence e join evidence_link l on l.evidence_id = e.id
                        where l.task_id = :task order by l.added_at, e.id""").param("task", task).query(EvidenceRepository::read).list().stream()
                .map(Stored::view)
                .toList();
    }

    /** Those that this person attached. */
    List<EvidenceView> ofTask(UUID task, UUID person) {
        return jdbc.sql("""
                        select e.* from evidence e join evidence_link l on l.evidence_id = e.id
                        where l.task_id = :task and l.added_by = :person order by l.added_at, e.id""").param("task", task).param("person", person).query(EvidenceRepository::read).list().stream()
                .map(Stored::view)
                .toList();
    }

    /** Whether this person attached it to a task of which the person still has a part. */
    boolean isContributed(UUID document, UUID person) {
        return jdbc.sql("""
                        select exists (select 1 from evidence_link l join delegation d on d.task_id = l.task_id and d.person = l.added_by
                        where l.evidence_id = :document and l.added_by = :person and d.status in ('OPEN', 'DONE'))""")
                .param("document", document)
                .param("person", person)
                .query(Boolean.class)
                .single();
    }

    List<EvidenceView> ofSubmission(UUID submission) {
        return jdbc.sql("""
                        select e.* from evidence e join submission_evidence s on s.evidence_id = e.id
                        where s.submission_id = :submission order by e.added_at, e.id""").param("submission", submission).query(EvidenceRepository::read).list().stream()
                .map(Stored::view)
                .toList();
    }

    /** The state's documents that are not attached to this task. */
    List<EvidenceView> others(String state, UUID task) {
        return jdbc.sql("""
                        select e.* from evidence e where state = :state
                          and not exists (select 1 from evidence_link l where l.evidence_id = e.id and l.task_id = :task)
                        order by added_at desc limit 200""").param("state", state).param("task", task).query(EvidenceRepository::read).list().stream()
                .map(Stored::view)
                .toList();
    }

    /** From now on those who read submissions read these documents too. */
    void handIn(Task task, UUID submission, List<EvidenceView> documents) {
        if (documents.isEmpty()) {
            return;
        }
        List<UUID> ids = documents.stream().map(EvidenceView::id).toList();
        List<String> checksums = documents.stream().map(EvidenceView::sha256).toList();
        String state = task.undertaking.state();
        jdbc.sql("""
                        insert into submission_evidence (submission_id, evidence_id, state)
                        select :submission, id, state from evidence where id in (:ids)""").param("submission", submission).param("ids", ids).update();
        jdbc.sql("update evidence set submitted = true where id in (:ids) and not submitted")
                .param("ids", ids)
                .update();
        jdbc.sql(
                        "update evidence_content set submitted = true where state = :state and sha256 in (:checksums) and not submitted")
                .param("state", state)
                .param("checksums", checksums)
                .update();
    }

    private static Stored read(ResultSet row, int number) throws SQLException {
        Map<String, String> title = new TreeMap<>();
        Sql.object(row, "title")
                .properties()
                .forEach(text -> title.put(text.getKey(), text.getValue().asText()));
        return new Stored(
                row.getString("state"),
                new EvidenceView(
                        Sql.id(row, "id"),
                        title,
                        row.getString("kind"),
                        row.getString("issuing_agency"),
                        Sql.date(row, "document_date"),
                        row.getString("language"),
                        row.getString("classification"),
                        EvidenceVisibility.valueOf(row.getString("visibility")),
                        row.getBoolean("submitted"),
                        row.getString("file_name"),
                        row.getString("media_type"),
                        row.getLong("size"),
                        row.getString("sha256"),
                        Sql.instant(row, "added_at")));
    }
}
