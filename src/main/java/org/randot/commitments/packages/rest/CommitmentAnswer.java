package org.randot.commitments.packages.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.packages.Commitment;

/**
 * A commitment in the reader's language.
 *
 * @param key folder and process key
 * @param source paraphrase of the paragraph of the recommendations
 * @param indicators definitions; only in the answer for one commitment
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CommitmentAnswer(
        String code,
        String key,
        int version,
        String versionTag,
        String title,
        String strength,
        String source,
        String instruments,
        List<StageAnswer> stages,
        @Nullable JsonNode indicators) {

    /**
     * @param due due expression
     * @param after codes of the stages that must be approved before
     */
    record StageAnswer(
            String code,
            String title,
            int weight,
            boolean mandatory,
            String due,
            int minimumDays,
            List<String> after,
            boolean yearly,
            MilestoneAnswer milestone,
            String reminderProfile,
            String escalation,
            List<TaskAnswer> tasks) {
        static StageAnswer of(Commitment.Stage stage, Locale reader) {
            return new StageAnswer(
                    stage.code(),
                    stage.title().in(reader),
                    stage.weight(),
                    stage.mandatory(),
                    stage.due(),
                    stage.minimumDays(),
                    stage.after(),
                    stage.yearly(),
                    new MilestoneAnswer(
                            stage.milestoneCode(),
                            stage.milestone().in(reader),
                            stage.criteria().stream()
                                    .map(text -> text.in(reader))
                                    .toList()),
                    stage.reminderProfile(),
                    stage.escalation(),
                    stage.tasks().stream()
                            .map(task -> TaskAnswer.of(task, reader))
                            .toList());
        }
    }

    record MilestoneAnswer(String code, String title, List<String> criteria) {}

    /**
     * @param who which agency normally fills it
     * @param form id of its form
     */
    record TaskAnswer(
            String key, String title, String instructions, String who, String form, List<EvidenceAnswer> evidence) {
        static TaskAnswer of(Commitment.Task task, Locale reader) {
            return new TaskAnswer(
                    task.key(),
                    task.title().in(reader),
                    task.instructions().in(reader),
                    task.who().in(reader),
                    task.formId(),
                    task.evidence().stream()
                            .map(rule -> EvidenceAnswer.of(rule, reader))
                            .toList());
        }
    }

    /**
     * @param minimum 0 = welcome, not required
     * @param onlyIf FEEL over the answers, {@code when} the same in words; absent where it is always asked for
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record EvidenceAnswer(
            List<String> kinds,
            int minimum,
            @Nullable String onlyIf,
            @Nullable String when) {
        static EvidenceAnswer of(Commitment.EvidenceRule rule, Locale reader) {
            boolean always = !rule.isConditional();
            return new EvidenceAnswer(
                    rule.kinds(),
                    rule.minimum(),
                    always ? null : rule.onlyIf(),
                    always ? null : rule.when().in(reader));
        }
    }

    static CommitmentAnswer of(Commitment commitment, @Nullable JsonNode indicators, Locale reader) {
        return new CommitmentAnswer(
                commitment.code(),
                commitment.key(),
                commitment.version(),
                commitment.versionTag(),
                commitment.title().in(reader),
                commitment.strength(),
                commitment.source().in(reader),
                commitment.instruments().in(reader),
                commitment.stages().stream()
                        .map(stage -> StageAnswer.of(stage, reader))
                        .toList(),
                indicators);
    }
}
