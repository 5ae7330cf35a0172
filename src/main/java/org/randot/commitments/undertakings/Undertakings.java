package org.randot.commitments.undertakings;

import java.util.List;
import java.util.Optional;
import org.randot.commitments.engine.StageKey;
import org.randot.commitments.shared.ModuleApi;

/** Reading undertakings, within the actor's scope, and what the review does to their stages. */
@ModuleApi
public class Undertakings {
    /** @throws org.randot.commitments.shared.Absent when there is none or the actor may not know of it */
    public UndertakingView get(UndertakingKey key) {
        throw new UnsupportedOperationException();
    }

    public List<UndertakingView> list(String cycle, Optional<String> state, Optional<String> commitment) {
        throw new UnsupportedOperationException();
    }

    /** What the state handed in for a stage: the newest submission of each of its tasks, or the reason of non-applicability. */
    public StageSubmission submission(UndertakingKey key, StageKey stage) {
        throw new UnsupportedOperationException();
    }

    /** Called by the review module: where the submission now stands (COMPLETENESS_CHECK or UNDER_REVIEW). */
    public void underReview(UndertakingKey key, StageKey stage, StageStatus status) {
        throw new UnsupportedOperationException();
    }

    /** A reviewer opened the submission: from now on it cannot be recalled. */
    public void openedByReviewer(UndertakingKey key, StageKey stage) {
        throw new UnsupportedOperationException();
    }

    /**
     * Called by the review module before it moves the process. APPROVE and APPROVE_WITH_OBSERVATIONS settle the stage, as does
     * ACCEPT_NOT_APPLICABLE; RETURN, INCOMPLETE and REJECT_NOT_APPLICABLE give it back with the marks.
     *
     * @param marks what the reviewer marked on fields and documents
     * @param text the reviewer's words to the state
     */
    public void decided(UndertakingKey key, StageKey stage, String decision, String text, List<Mark> marks) {
        throw new UnsupportedOperationException();
    }
}
