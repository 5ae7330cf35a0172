package org.randot.commitments.review;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.review.ReviewView.Assignment;
import org.randot.commitments.shared.Fact;

/** The chair, or the secretariat for the chair, named who reviews a state's commitment from now on. */
public record ReviewersNamed(
        String state,
        String commitment,
        UUID primary,
        @Nullable UUID second,
        Assignment before) implements Fact {
    @Override
    public String subject() {
        return state + ":" + commitment;
    }
}
