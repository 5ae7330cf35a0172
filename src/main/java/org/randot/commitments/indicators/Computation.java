package org.randot.commitments.indicators;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.randot.commitments.forms.Formula;
import org.randot.commitments.packages.Indicator;
import org.randot.commitments.packages.Indicator.Breakdown;
import org.randot.commitments.packages.Indicator.Field;
import org.randot.commitments.packages.Indicator.Frequency;
import org.randot.commitments.packages.Indicator.Measure;

/** The values that one indicator takes from what a state has answered (domain.md 5). Pure arithmetic. */
final class Computation {
    /** Every year whose form or whose answer is approved, or 0 for the one value of the cycle. */
    record Computed(Slot slot, Outcome outcome, Source source, boolean breaksSeries) {}

    private final Indicator indicator;
    private final Approved approved;
    private final IntFunction<Optional<BigDecimal>> population;

    /** @param population of the state in a year */
    Computation(Indicator indicator, Approved approved, IntFunction<Optional<BigDecimal>> population) {
        this.indicator = indicator;
        this.approved = approved;
        this.population = population;
    }

    List<Computed> values() {
        List<Computed> values = new ArrayList<>();
        for (int period : periods()) {
            indicator.measures().forEach(measure -> add(values, measure, period));
        }
        return values;
    }

    /** Whether the years stand in the forms, so that a value of any other year is none any more. */
    boolean isDated() {
        return indicator.frequency() == Frequency.YEARLY
                && (indicator.years() != null
                        || indicator.stages().stream()
                                .flatMap(stage -> approved.of(stage).stream())
                                .anyMatch(answer -> answer.named().isPresent()));
    }

    private Set<Integer> periods() {
        Set<Integer> years = new TreeSet<>();
        Indicator.Column rows = indicator.years();
        if (indicator.frequency() == Frequency.CYCLE) {
            years.add(0);
        } else if (indicator.frequency() == Frequency.PER_STAGE) {
            answers().mapToInt(answer -> answer.approvedOn().getYear()).max().ifPresent(years::add);
        } else if (rows != null) {
            for (Approved.Answer answer : approved.of(rows.table().stage())) {
                for (JsonNode row : answer.values().path(rows.table().key())) {
                    if (row.path(rows.key()).isInt()) {
                        years.add(row.path(rows.key()).intValue());
                    }
                }
            }
        } else {
            answers().flatMap(answer -> answer.named().stream()).forEach(years::add);
            if (years.isEmpty()) {
                answers()
                        .mapToInt(answer -> answer.submittedOn().getYear())
                        .max()
                        .ifPresent(years::add);
            }
        }
        return years;
    }

    private java.util.stream.Stream<Approved.Answer> answers() {
        return indicator.stages().stream().flatMap(stage -> approved.of(stage).stream());
    }

    private void add(List<Computed> values, Measure measure, int period) {
        boolean isOfYear = indicator.frequency() == Frequency.YEARLY;
        Evaluation evaluation =
                new Evaluation(approved, isOfYear ? period : 0, indicator.years() == null, population.apply(period));
        Optional<Outcome> total = evaluation.of(measure.ratio(), measure.multiplier());
        if (total.isEmpty()) {
            return;
        }
        Source source = evaluation.source(measure.ratio().fields());
        boolean breaks = breaks(evaluation);
        values.add(new Computed(
                new Slot(indicator.code(), measure.key(), "", "", period),
                money(measure, total.get()),
                source,
                breaks));
        for (Breakdown breakdown : measure.breakdowns()) {
            evaluation
                    .parts(breakdown, measure)
                    .forEach((part, outcome) -> values.add(new Computed(
                            new Slot(indicator.code(), measure.key(), breakdown.key(), part, period),
                            money(measure, outcome),
                            source,
                            breaks)));
        }
    }

    private boolean breaks(Evaluation evaluation) {
        Formula formula = indicator.breaks();
        if (formula == null) {
            return false;
        }
        BigDecimal value = evaluation
                .of(new Indicator.Ratio(formula, null), BigDecimal.ONE)
                .map(Outcome::value)
                .orElse(null);
        return value != null && value.signum() > 0;
    }

    /** Only amounts of money have a currency; a ratio of two has none. */
    private static Outcome money(Measure measure, Outcome outcome) {
        return measure.unit() == Indicator.Unit.MONEY
                ? outcome
                : new Outcome(outcome.value(), outcome.numerator(), outcome.denominator(), outcome.reason(), null);
    }

    /** Short codes of the stages of some fields. */
    static Set<String> stages(List<Field> fields) {
        return fields.stream().map(Field::stage).collect(Collectors.toSet());
    }
}
