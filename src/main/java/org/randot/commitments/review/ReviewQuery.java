package org.randot.commitments.review;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which reviews are asked for; empty means all. */
public record ReviewQuery(Optional<ReviewStatus> status, Optional<String> state, Optional<String> commitment) {

    public static ReviewQuery open() {
        return new ReviewQuery(Optional.of(ReviewStatus.OPEN), Optional.empty(), Optional.empty());
    }

    /** From what was typed into an address; what cannot be understood filters nothing. */
    public static ReviewQuery of(@Nullable String status, @Nullable String state, @Nullable String commitment) {
        return new ReviewQuery(status(status), given(state), given(commitment));
    }

    private static Optional<ReviewStatus> status(@Nullable String status) {
        for (ReviewStatus each : ReviewStatus.values()) {
            if (each.name().equals(status)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    private static Optional<String> given(@Nullable String text) {
        return text == null || text.isBlank() ? Optional.empty() : Optional.of(text.strip());
    }
}
