package org.randot.commitments.undertakings;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.forms.Form;
import org.randot.commitments.forms.FormContext;
import org.randot.commitments.forms.FormTexts;
import org.randot.commitments.packages.Commitment;

/**
 * A task as one person may see it.
 *
 * @param values the draft for the coordinator, what was handed in for everybody else
 * @param standing the submission that stands, null before the first
 * @param asked which documents the task asks for
 * @param otherDocuments documents of the state that could be attached too
 * @param marks the reviewer's, of the last time it was given back
 * @param decisionText the reviewer's words when it was given back or settled
 */
public record TaskView(
        TaskSummary task,
        StageStatus stageStatus,
        Commitment commitment,
        Commitment.Stage stage,
        Commitment.Task definition,
        Form form,
        FormTexts texts,
        FormContext context,
        ObjectNode values,
        @Nullable DraftInfo draft,
        @Nullable Handed standing,
        List<EvidenceView> evidence,
        List<EvidenceAsked> asked,
        List<EvidenceView> otherDocuments,
        List<Mark> marks,
        @Nullable String decision,
        @Nullable String decisionText,
        List<Comment> comments,
        @Nullable LocalDate suspendedOn,
        Set<Action> actions) {

    /**
     * Documents of some kinds.
     *
     * @param now whether they are asked for as the answers stand; true for a contributor, who may know nothing of the others
     */
    public record EvidenceAsked(Commitment.EvidenceRule rule, boolean now) {}

    /** What the person may do now. */
    public enum Action {
        SAVE,
        SUBMIT,
        CLAIM,
        RECALL,
        NOT_APPLICABLE,
        EXTENSION,
        EVIDENCE,
        /** Correct what is said of its documents until they are handed in, and say who may see them at any time. */
        DESCRIBE,
        COMMENT,
        /** Give parts to others. */
        DELEGATE,
        /** Give the own part back, ready. */
        FINISH
    }

    /** Who saved the draft last, and when. */
    public record DraftInfo(String savedBy, Instant savedAt) {}

    /** Who handed in which version, when, with what comment. */
    public record Handed(int version, String by, Instant at, String comment) {}

    /** A remark between coordinator and reviewers. */
    public record Comment(String author, String text, Instant at) {}

    public boolean may(Action action) {
        return actions.contains(action);
    }
}
