package org.randot.commitments.packages;

import java.util.List;
import java.util.Optional;
import org.randot.commitments.engine.StageKey;
import org.randot.commitments.shared.Text;

/**
 * One commitment as its deployed package defines it. Everything particular to a commitment is in here, read from the package's files.
 *
 * @param key folder and process key, for example {@code firearms-tracing}
 * @param code for example {@code C1}
 * @param version number of the deployed package version, from 1
 * @param strength COMMIT, REAFFIRM, … (domain.md 1.3)
 * @param source paraphrase of the paragraph of the recommendations
 * @param instruments treaties and plans it rests on
 * @param yearly one undertaking for each reporting year, and not one for the cycle
 * @param requires the treaty one must be party to, empty where there is none
 */
public record Commitment(
        String key,
        String code,
        int version,
        String versionTag,
        Text title,
        String strength,
        Text source,
        Text instruments,
        boolean yearly,
        String requires,
        List<Stage> stages) {

    /**
     * @param code {@code C1.S2}
     * @param element BPMN id of its sub-process
     * @param due due expression, for example {@code M-P420D}
     * @param minimumDays floor after opening
     * @param after codes of the predecessor stages, from the flow of the diagram
     * @param yearly one form and one approval per reporting year
     * @param milestoneCode {@code C1.M2}
     * @param certifies without its submission by the cut-off date there is no report
     */
    public record Stage(
            String code,
            String element,
            Text title,
            int weight,
            boolean mandatory,
            String due,
            int minimumDays,
            List<String> after,
            boolean yearly,
            String milestoneCode,
            Text milestone,
            List<Text> criteria,
            String reminderProfile,
            String escalation,
            boolean certifies,
            List<Task> tasks) {}

    /**
     * @param key {@code C1.S2.T1}
     * @param element BPMN id of its user task
     * @param instructions what is asked and why
     * @param who which agency normally fills it
     * @param formId id of its Camunda Form
     */
    public record Task(
            String key,
            String element,
            Text title,
            Text instructions,
            Text who,
            String formId,
            List<EvidenceRule> evidence) {}

    /**
     * At least {@code minimum} documents of one of these kinds (EV-LAW, …); {@code minimum} 0 = welcome, not required.
     *
     * @param onlyIf FEEL over the answers of the task: asked for only when true; empty = always
     * @param when the same in words
     */
    public record EvidenceRule(List<String> kinds, int minimum, String onlyIf, Text when) {
        public boolean isConditional() {
            return !onlyIf.isEmpty();
        }
    }

    public Optional<Stage> stage(String stageCode) {
        return stages.stream().filter(stage -> stage.code().equals(stageCode)).findFirst();
    }

    public Stage requireStage(StageKey key) {
        return stage(key.code()).orElseThrow(() -> new IllegalStateException("No stage " + key + " in " + key()));
    }
}
