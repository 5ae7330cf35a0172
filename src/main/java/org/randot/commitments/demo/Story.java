package org.randot.commitments.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.engine.StageKey;
import org.randot.commitments.undertakings.Mark;
import org.randot.commitments.undertakings.UndertakingKey;

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
        boolean concerns(UndertakingKey undertaking, StageKey of) {
            return Story.concerns(stage, year, undertaking, of);
        }
    }

    /** @param fields how many fields of the sample are filled in */
    record Draft(String state, String stage, @Nullable Integer year, LocalDate drafted, int fields) {
        boolean concerns(UndertakingKey undertaking, StageKey of) {
            return Story.concerns(stage, year, undertaking, of);
        }
    }

    /** The year is that of a yearly stage or of a yearly undertaking. */
    private static boolean concerns(String stage, @Nullable Integer year, UndertakingKey undertaking, StageKey of) {
        Integer ofYear = of.year() == null ? undertaking.year() : of.year();
        return of.code().equals(stage) && Objects.equals(year, ofYear);
    }
}
