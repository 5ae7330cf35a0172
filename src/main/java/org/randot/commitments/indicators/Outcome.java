package org.randot.commitments.indicators;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a formula gave: a value, or the reason why there is none. No data is not zero.
 *
 * @param reason a no-data code of the form, or {@code ZERO_DENOMINATOR}, {@code NO_POPULATION}, {@code CURRENCY_MISMATCH}, {@code NOT_ANSWERED}
 */
record Outcome(
        @Nullable BigDecimal value,
        @Nullable BigDecimal numerator,
        @Nullable BigDecimal denominator,
        @Nullable String reason,
        @Nullable String currency) {
    static final String ZERO_DENOMINATOR = "ZERO_DENOMINATOR";
    static final String NO_POPULATION = "NO_POPULATION";
    static final String CURRENCY_MISMATCH = "CURRENCY_MISMATCH";
    static final String NOT_ANSWERED = "NOT_ANSWERED";
    static final String NOT_APPLICABLE = "NOT_APPLICABLE";

    static Outcome none(String reason) {
        return new Outcome(null, null, null, reason, null);
    }

    boolean sameAs(Outcome other) {
        return same(value, other.value)
                && same(numerator, other.numerator)
                && same(denominator, other.denominator)
                && java.util.Objects.equals(reason, other.reason)
                && java.util.Objects.equals(currency, other.currency);
    }

    private static boolean same(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one == null || other == null ? one == null && other == null : one.compareTo(other) == 0;
    }
}
