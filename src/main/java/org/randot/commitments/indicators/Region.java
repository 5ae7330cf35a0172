package org.randot.commitments.indicators;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.packages.Indicator;
import org.randot.commitments.packages.Indicator.Measure;
import org.randot.commitments.packages.Indicator.Regional;
import org.randot.commitments.packages.Indicator.Statistic;

/**
 * What stands for all states together in one period: always of how many of the active states. A percentage is never averaged.
 *
 * @param reported states with a value
 * @param active states of the exercise
 * @param suppressed whether there is a number of persons too small to be told: it is nowhere in here
 * @param amounts the value; of money one for each currency, keyed by it; empty where there is none
 */
public record Region(
        Regional kind, int period, int reported, int active, TreeMap<String, BigDecimal> amounts, boolean suppressed) {
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    /** @param values of the active states, one each and those without a value too */
    static Region of(Indicator indicator, Measure measure, int period, List<Outcome> values, int active) {
        List<Outcome> given =
                values.stream().filter(each -> each.value() != null).toList();
        TreeMap<String, BigDecimal> amounts = new TreeMap<>();
        Statistic statistic = indicator.statistic();
        if (statistic == Statistic.SHARE_OF_STATES) {
            long counted =
                    given.stream().filter(each -> value(each).signum() > 0).count();
            put(amounts, active == 0 ? null : share(counted, active));
            return new Region(Regional.RATIO, period, given.size(), active, amounts, false);
        }
        Regional kind = statistic == Statistic.MEDIAN ? Regional.MEDIAN : measure.regional();
        switch (kind) {
            case SUM -> given.forEach(each -> amounts.merge(currency(each), value(each), BigDecimal::add));
            case RATIO -> put(amounts, ratio(measure, given));
            case MEDIAN -> put(amounts, median(given));
            case NONE -> {
                // only the states' values are shown
            }
        }
        boolean isSmall =
                kind != Regional.RATIO && SmallNumbers.isSmall(measure.unit(), amounts.values(), parts(given));
        return new Region(kind, period, given.size(), active, isSmall ? new TreeMap<>() : amounts, isSmall);
    }

    private static List<BigDecimal> parts(List<Outcome> given) {
        return given.stream().map(Region::value).toList();
    }

    private static void put(TreeMap<String, BigDecimal> amounts, @Nullable BigDecimal value) {
        if (value != null) {
            amounts.put("", value);
        }
    }

    private static BigDecimal share(long counted, int active) {
        return BigDecimal.valueOf(counted * 100).divide(BigDecimal.valueOf(active), MathContext.DECIMAL64);
    }

    private static String currency(Outcome outcome) {
        return Objects.requireNonNullElse(outcome.currency(), "");
    }

    private static BigDecimal value(Outcome outcome) {
        return Objects.requireNonNull(outcome.value());
    }

    private static @Nullable BigDecimal ratio(Measure measure, List<Outcome> given) {
        List<Outcome> whole = given.stream()
                .filter(each -> each.numerator() != null && each.denominator() != null)
                .toList();
        BigDecimal above = sum(whole.stream().map(Outcome::numerator).toList());
        BigDecimal below = sum(whole.stream().map(Outcome::denominator).toList());
        return below.signum() == 0 ? null : above.multiply(measure.multiplier()).divide(below, MathContext.DECIMAL64);
    }

    private static BigDecimal sum(List<@Nullable BigDecimal> values) {
        return values.stream().filter(Objects::nonNull).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static @Nullable BigDecimal median(List<Outcome> given) {
        List<BigDecimal> sorted = given.stream().map(Region::value).sorted().toList();
        int middle = sorted.size() / 2;
        if (sorted.isEmpty()) {
            return null;
        }
        return sorted.size() % 2 == 1
                ? sorted.get(middle)
                : sorted.get(middle - 1).add(sorted.get(middle)).divide(TWO, MathContext.DECIMAL64);
    }
}
