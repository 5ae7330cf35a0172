package org.randot.commitments.review.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A figure now and before.
 *
 * @param change in percent of the earlier figure, with its sign, in the reader's notation; empty where it cannot be said
 * @param large changed by more than half: a deviation that the state has to explain (domain.md 8.2, D20)
 */
record Comparison(String label, String before, String now, String change, boolean large) {
    private static final BigDecimal LARGE = BigDecimal.valueOf(50);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** One comparison for each figure that was given then and now. */
    static List<Comparison> of(Map<String, String> labels, JsonNode now, @Nullable JsonNode before, Locale reader) {
        List<Comparison> comparisons = new ArrayList<>();
        if (before == null) {
            return comparisons;
        }
        labels.forEach((key, label) -> figure(now.path(key))
                .ifPresent(figure -> figure(before.path(key))
                        .ifPresent(earlier -> comparisons.add(of(label, earlier, figure, reader)))));
        return comparisons;
    }

    static Comparison of(String label, BigDecimal before, BigDecimal now, Locale reader) {
        NumberFormat numbers = NumberFormat.getNumberInstance(reader);
        numbers.setMaximumFractionDigits(2);
        Optional<BigDecimal> change = change(before, now);
        return new Comparison(
                label,
                numbers.format(before),
                numbers.format(now),
                change.map(percent -> signed(percent, reader)).orElse(""),
                change.map(percent -> percent.abs().compareTo(LARGE) > 0).orElse(false));
    }

    static Optional<BigDecimal> change(BigDecimal before, BigDecimal now) {
        if (before.signum() == 0) {
            return Optional.empty();
        }
        return Optional.of(now.subtract(before)
                .multiply(HUNDRED)
                .divide(before.abs(), MathContext.DECIMAL64)
                .setScale(1, RoundingMode.HALF_UP));
    }

    private static String signed(BigDecimal percent, Locale reader) {
        NumberFormat numbers = NumberFormat.getNumberInstance(reader);
        numbers.setMinimumFractionDigits(1);
        return (percent.signum() > 0 ? "+" : "") + numbers.format(percent);
    }

    /** A number, or the amount of money; a no-data code is no figure. */
    private static Optional<BigDecimal> figure(JsonNode value) {
        if (value.isNumber()) {
            return Optional.of(value.decimalValue());
        }
        try {
            return value.path("amount").isTextual()
                    ? Optional.of(new BigDecimal(value.path("amount").asText()))
                    : Optional.empty();
        } catch (NumberFormatException noFigure) {
            return Optional.empty();
        }
    }
}
