package org.randot.commitments.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.engine.StageKey;
import org.randot.commitments.undertakings.Mark;

/**
 * What happens in the demonstration: data, not code ({@code resources/demo/story.json}).
 *
 * @param begins where the clock starts
 * @param ends where it stands when the demonstration is handed over
 */
record Story(
        Instant begins,
        Instant ends,
        LocalDate meetingDate,
        String reason,
        List<Submission> submissions,
        List<Draft> drafts) {

    /**
     * One stage handed in, and what became of it.
     *
     * @param checked day of the completeness check, null = still to come
     * @param decided day of the decision, null = still to come
     * @param values null = the sample values of the form
     */
    record Submission(
            String state,
            String stage,
            @Nullable Integer year,
            LocalDate submitted,
            @Nullable LocalDate checked,
            @Nullable LocalDate decided,
            @Nullable String decision,
            @Nullable String text,
            @Nullable List<Mark> marks,
            @Nullable ObjectNode values,
            String comment,
            String reviewer) {
        StageKey key() {
            return new StageKey(stage, year);
        }
    }

    /** @param fields how many fields of the sample are filled in */
    record Draft(String state, String stage, @Nullable Integer year, LocalDate drafted, int fields) {
        StageKey key() {
            return new StageKey(stage, year);
        }
    }
}
