package org.randot.commitments.review;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.randot.commitments.undertakings.Mark;

/**
 * What a reviewer answers.
 *
 * @param version of the review that was read
 * @param decision one of {@link Decision}, as it was sent
 * @param text words to the state; may be empty where the decision needs none
 * @param criteria positions of the acceptance criteria ticked as met, from 0
 */
public record DecideReview(
        UUID review, int version, String decision, String text, List<Mark> marks, Set<Integer> criteria) {}
