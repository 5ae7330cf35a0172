package org.randot.commitments.packages;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.forms.Formula;
import org.randot.commitments.shared.Text;

/**
 * An indicator as a package defines it ({@code indicators.json}; domain.md 5).
 *
 * @param code for example {@code C1-I2}
 * @param statistic null for an indicator of a state; of one of the platform, how the states' values become one
 * @param years stage, table and column whose rows name the years, null where the form does
 * @param breaks where it gives a number above 0, the value cannot be compared with those before (a break in series); null for never
 * @param measures at least one; the key of the only one is empty
 */
public record Indicator(
        String code,
        Text name,
        Text definition,
        Direction direction,
        Frequency frequency,
        @Nullable Statistic statistic,
        @Nullable Column years,
        @Nullable Formula breaks,
        String officialSource,
        String sdgCode,
        List<Measure> measures) {

    private static final Pattern REFERENCE = Pattern.compile("\\b(S[1-9][0-9]?)\\.([A-Za-z][A-Za-z0-9]*)");

    /** Which way is better. */
    public enum Direction {
        UP,
        DOWN,
        NEUTRAL
    }

    /** When there is a new value. */
    public enum Frequency {
        YEARLY,
        PER_STAGE,
        CYCLE
    }

    /** How the states' values become the value of the platform. */
    public enum Statistic {
        SHARE_OF_STATES,
        MEDIAN
    }

    /** What stands for all states together. */
    public enum Regional {
        SUM,
        RATIO,
        MEDIAN,
        NONE
    }

    /** What one is, with how many of its numerator it is and how many decimals are shown. */
    public enum Unit {
        COUNT(1, 0),
        PERSONS(1, 0),
        CASES(1, 0),
        LEGAL_PERSONS(1, 0),
        PERCENT(100, 1),
        PER_1000(1000, 1),
        PER_100000(100_000, 1),
        DAYS(1, 1),
        MONTHS(1, 1),
        MONEY(1, 2);

        private final int multiplier;
        private final int rounding;

        Unit(int multiplier, int rounding) {
            this.multiplier = multiplier;
            this.rounding = rounding;
        }

        public int multiplier() {
            return multiplier;
        }

        public int rounding() {
            return rounding;
        }

        /** Whether values of several states make a sum. */
        public boolean isAmount() {
            return multiplier == 1 && this != DAYS && this != MONTHS;
        }
    }

    /** A field as formulas write it: {@code S4.submitted}. */
    public record Field(String stage, String key) {
        @Override
        public String toString() {
            return stage + "." + key;
        }
    }

    /** A column of a table: {@code S4.recoveredByType.type}. */
    public record Column(Field table, String key) {}

    /** A formula with the text it was written in. */
    public record Ratio(Formula numerator, @Nullable Formula denominator) {
        Stream<String> texts() {
            return denominator == null
                    ? Stream.of(numerator.toString())
                    : Stream.of(numerator.toString(), denominator.toString());
        }

        /** The fields it reads. */
        public List<Field> fields() {
            return texts().flatMap(Indicator::fieldsIn).distinct().toList();
        }
    }

    /** @param rounding decimals shown */
    public record Measure(
            String key,
            Text name,
            Unit unit,
            Ratio ratio,
            BigDecimal multiplier,
            int rounding,
            Regional regional,
            List<Breakdown> breakdowns) {}

    /**
     * @param key of its texts; where {@code by} is given the column's name
     * @param by the column whose values are the groups
     * @param ratio formulas over {@code rows}; null: the sum of the column {@code n}, else the number of rows
     * @param without values of the column that make no group
     * @param groups those that stand in fields of their own
     */
    public record Breakdown(
            String key,
            Text name,
            @Nullable Column by,
            @Nullable Ratio ratio,
            Set<String> without,
            List<Group> groups) {}

    public record Group(String key, Text name, Ratio ratio) {}

    /** Short codes of the stages whose approval may change a value. */
    public Set<String> stages() {
        Set<String> stages = new TreeSet<>();
        measures.forEach(measure -> {
            measure.ratio().fields().forEach(field -> stages.add(field.stage()));
            measure.breakdowns().forEach(each -> {
                if (each.by() != null) {
                    stages.add(each.by().table().stage());
                }
                each.groups().forEach(group -> group.ratio().fields().forEach(field -> stages.add(field.stage())));
            });
        });
        return stages;
    }

    /** Short codes of the stages whose approval may change a value or say that it breaks the series. */
    public Set<String> concernedStages() {
        Set<String> stages = stages();
        if (breaks != null) {
            fieldsIn(breaks.toString()).forEach(field -> stages.add(field.stage()));
        }
        return stages;
    }

    public boolean isOfPlatform() {
        return statistic != null;
    }

    /** The fields a formula names. */
    public static Stream<Field> fieldsIn(String formula) {
        Matcher matcher = REFERENCE.matcher(formula);
        Stream.Builder<Field> fields = Stream.builder();
        while (matcher.find()) {
            fields.add(new Field(matcher.group(1), matcher.group(2)));
        }
        return fields.build();
    }
}
