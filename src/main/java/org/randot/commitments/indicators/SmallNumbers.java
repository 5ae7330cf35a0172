package org.randot.commitments.indicators;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.packages.Indicator.Unit;

/** In whatever is public, counts of persons from 1 to 4 are not told (domain.md 3.6). */
final class SmallNumbers {
    /** Why there is no number where there is a small one. */
    static final String SUPPRESSED = "SUPPRESSED";

    private static final BigDecimal LEAST_TOLD = BigDecimal.valueOf(5);

    private SmallNumbers() {}

    static boolean isSmall(Unit unit, @Nullable BigDecimal value) {
        return unit == Unit.PERSONS && value != null && value.signum() > 0 && value.compareTo(LEAST_TOLD) < 0;
    }

    /**
     * Whether a total may not be told: it is small, or one of the two parts that make it up is, which whoever knows the other could work
     * out.
     */
    static boolean isSmall(Unit unit, Collection<BigDecimal> totals, List<BigDecimal> parts) {
        return totals.stream().anyMatch(total -> isSmall(unit, total))
                || parts.size() == 2 && parts.stream().anyMatch(part -> isSmall(unit, part));
    }

    /** A public figure as everybody may read it. */
    static PublicFigure told(PublicFigure figure) {
        boolean isOfPersons = figure.unit().equals(Unit.PERSONS.name());
        return isOfPersons && isSmall(Unit.PERSONS, figure.value()) ? figure.withoutValue(SUPPRESSED) : figure;
    }

    /** The groups of one breakdown that are not told: the small ones, and one more where a single one could be worked out from the total. */
    static Set<String> hidden(Unit unit, Map<String, BigDecimal> groups) {
        Set<String> hidden = new HashSet<>();
        groups.forEach((key, value) -> {
            if (isSmall(unit, value)) {
                hidden.add(key);
            }
        });
        if (hidden.size() == 1) {
            groups.entrySet().stream()
                    .filter(entry ->
                            !hidden.contains(entry.getKey()) && entry.getValue().signum() > 0)
                    .min(Map.Entry.<String, BigDecimal>comparingByValue()
                            .thenComparing(Comparator.comparing(Map.Entry::getKey)))
                    .ifPresent(entry -> hidden.add(entry.getKey()));
        }
        return hidden;
    }
}
