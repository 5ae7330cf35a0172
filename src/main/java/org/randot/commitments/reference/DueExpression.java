package org.randot.commitments.reference;

import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;

/** {@code <anchor><+/->P<days>D} of domain.md 3.2, for example {@code M-P540D}. */
public record DueExpression(Anchor anchor, int days) {
    /** Where a date hangs (domain.md 3.2). */
    public enum Anchor {
        A,
        N,
        M,
        C,
        S,
        P,
        Y
    }

    /** @throws IllegalArgumentException when the text is not a due expression */
    public static DueExpression parse(String text) {
        throw new UnsupportedOperationException();
    }

    /** The bare result, before floor, working day and ceiling; empty where the anchor has no date. */
    public Optional<LocalDate> on(Anchors anchors) {
        throw new UnsupportedOperationException(Period.ofDays(days).toString());
    }
}
