package org.randot.commitments.undertakings;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.randot.commitments.shared.CanonicalJson;
import org.randot.commitments.shared.DataScope;
import org.randot.commitments.shared.SealedContent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the record says of each remark on a task: a hash of its words and of who wrote them. */
@Component
class CommentSeal implements SealedContent {
    private final JdbcClient jdbc;

    CommentSeal(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    static String of(UUID id, UUID task, String words, UUID author) {
        ObjectNode all = Sql.json().createObjectNode();
        all.put("id", id.toString());
        all.put("task", task.toString());
        all.put("words", words);
        all.put("author", author.toString());
        return CanonicalJson.sha256(CanonicalJson.of(all));
    }

    @Override
    public String act() {
        return TaskFact.TaskCommented.class.getSimpleName();
    }

    @Override
    public String id() {
        return "comment";
    }

    @Override
    public Map<UUID, String> hashes(Collection<UUID> ids) {
        Map<UUID, String> found = new HashMap<>();
        DataScope.SYSTEM.run(() -> jdbc.sql("select id, task_id, words, author from task_comment where id in (:ids)")
                .param("ids", ids)
                .query(row -> {
                    UUID id = Sql.id(row, "id");
                    found.put(id, of(id, Sql.id(row, "task_id"), row.getString("words"), Sql.id(row, "author")));
                }));
        return found;
    }

    @Override
    public long count() {
        return DataScope.SYSTEM.call(() ->
                jdbc.sql("select count(*) from task_comment").query(Long.class).single());
    }
}
