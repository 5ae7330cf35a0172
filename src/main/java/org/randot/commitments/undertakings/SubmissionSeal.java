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

/** What the record says of each submission: one hash of all that was handed in, so that no later change of a row stays unseen. */
@Component
class SubmissionSeal implements SealedContent {
    private final JdbcClient jdbc;

    SubmissionSeal(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    static String of(AnswerRepository.Submission submission, String state, String acknowledged) {
        ObjectNode all = Sql.json().createObjectNode();
        all.put("id", submission.id().toString());
        all.put("state", state);
        all.put("task", submission.taskId().toString());
        all.put("stage", submission.stage().toString());
        all.put("key", submission.taskKey());
        all.put("form", submission.formId());
        all.put("version", submission.version());
        all.set("answers", submission.values());
        all.put("comment", submission.comment());
        all.put("acknowledged", acknowledged);
        all.put("by", submission.submittedBy().toString());
        all.put("name", submission.submittedByName());
        all.put("at", submission.submittedAt().toString());
        return CanonicalJson.sha256(CanonicalJson.of(all));
    }

    @Override
    public String act() {
        return UndertakingFact.TaskSubmitted.class.getSimpleName();
    }

    @Override
    public String id() {
        return "submission";
    }

    @Override
    public Map<UUID, String> hashes(Collection<UUID> ids) {
        Map<UUID, String> found = new HashMap<>();
        DataScope.SYSTEM.run(() -> jdbc.sql("select * from submission where id in (:ids)")
                .param("ids", ids)
                .query(row -> {
                    AnswerRepository.Submission submission = AnswerRepository.read(row, 0);
                    found.put(submission.id(), of(submission, row.getString("state"), row.getString("acknowledged")));
                }));
        return found;
    }

    @Override
    public long count() {
        return DataScope.SYSTEM.call(() ->
                jdbc.sql("select count(*) from submission").query(Long.class).single());
    }
}
