package org.randot.commitments.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.randot.commitments.forms.Formula;
import org.randot.commitments.packages.Indicator;
import org.randot.commitments.packages.Indicator.Breakdown;
import org.randot.commitments.packages.Indicator.Column;
import org.randot.commitments.packages.Indicator.Direction;
import org.randot.commitments.packages.Indicator.Field;
import org.randot.commitments.packages.Indicator.Frequency;
import org.randot.commitments.packages.Indicator.Measure;
import org.randot.commitments.packages.Indicator.Ratio;
import org.randot.commitments.packages.Indicator.Regional;
import org.randot.commitments.packages.Indicator.Statistic;
import org.randot.commitments.packages.Indicator.Unit;
import org.randot.commitments.shared.Text;
import org.randot.commitments.undertakings.UndertakingKey;

/** Vectors of domain.md 8.3 and the rules of section 5, without a database. */
class ComputationTests {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final UndertakingKey KEY = UndertakingKey.parse("TEST:ARG:X1");

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            V1  | {"all":1200,"sent":950}                                  | S4.sent | S4.all | 79.2 | -
            V1  | {"sent":950,"traced":610}                                | S4.traced | S4.sent | 64.2 | -
            V1  | {"days":21}                                              | S4.days | - | 21.0 | -
            V3  | {"all":0,"sent":0}                                       | S4.sent | S4.all | - | ZERO_DENOMINATOR
            V4  | {"traced":0,"sent":40}                                   | S4.traced | S4.sent | 0.0 | -
            V18 | {"ways":[{"way":"GENERIC","s":"IN_FORCE"},{"way":"EMERGENCY","s":"DRAFTED"}]} | count(S4.ways[s = "IN_FORCE"]) | - | 1.0 | -
            ND  | {"all":{"noData":"NOT_COLLECTED","explanation":"-"},"sent":1} | S4.sent | S4.all | - | NOT_COLLECTED
            ND  | {"rows":[{"n":1},{"n":{"noData":"CONFIDENTIAL","explanation":"-"}}]} | sum(S4.rows.n) | - | - | CONFIDENTIAL
            -   | {"all":1}                                                | S4.sent | S4.all | - | NOT_ANSWERED
            -   | {"all":1}                                                | S4.all | population | - | NO_POPULATION
            -   | {"v":{"amount":"1500.50","currency":"COP"}}              | S4.v.amount | - | 1500.5 | -
            -   | {"rows":[{"v":{"amount":"3.00","currency":"COP"}},{"v":{"amount":"2.00","currency":"COP"}}]} | sum(S4.rows.v.amount) | - | 5.0 | -
            -   | {"on":"2025-01-10"}                                      | (S4.on - yearEnd).days | - | 10.0 | -
            D42 | {"rows":[{"v":{"amount":"1.00","currency":"GTQ"}},{"v":{"amount":"2.00","currency":"USD"}}]} | sum(S4.rows.v.amount) | - | - | CURRENCY_MISMATCH
            """)
    void givesTheValueOrTheReason(
            String vector,
            String answers,
            String above,
            @Nullable String below,
            @Nullable BigDecimal value,
            @Nullable String reason) {
        Outcome outcome = only(yearly(ratio(above, below), List.of()), answers);

        assertThat(outcome.reason()).isEqualTo(reason);
        assertThat(rounded(outcome)).isEqualTo(value);
    }

    @Test
    void isAShareOfRows_whenEighteenOfFortyAreDone() {
        String done = String.join(",", java.util.Collections.nCopies(18, "{\"now\":\"DONE\"}"));
        String open = String.join(",", java.util.Collections.nCopies(22, "{\"now\":\"OPEN\"}"));

        Outcome outcome = only(
                yearly(ratio("count(S4.rows[now = \"DONE\"])", "count(S4.rows)"), List.of()),
                "{\"rows\":[" + done + "," + open + "]}");

        assertThat(outcome.value()).isEqualByComparingTo("45.0");
    }

    @Test
    void addsUpTheColumnByGroup_whenItIsBrokenDown() {
        var by = new Breakdown(
                "type", Text.of("type"), new Column(new Field("S4", "kinds"), "type"), null, Set.of(), List.of());
        List<Computation.Computed> values = compute(
                yearly(ratio("S4.all", null), List.of(by)),
                "{\"all\":9,\"kinds\":[{\"type\":\"A\",\"n\":4},{\"type\":\"B\",\"n\":3},{\"type\":\"A\",\"n\":2}]}");

        Map<String, BigDecimal> parts = new TreeMap<>();
        values.forEach(each -> parts.put(
                each.slot().part(), Objects.requireNonNull(each.outcome().value())));
        assertThat(parts).containsOnlyKeys("", "A", "B");
        assertThat(parts.get("A")).isEqualByComparingTo("6");
    }

    /** A stage that is not approved yet is not zero. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            if count(S5.rows) >= 0 then count(S5.rows[now = "DONE"]) else null
            if count(S5.rows[now = "DONE"]) = 0 then 0 else sum(S5.rows[now = "DONE"].n)
            if count(S5.rows) = 0 then 0 else sum(S5.rows.n)
            if count(S5.rows) >= 0 then count(S4.rows[list contains(S5.rows.id, id)]) else null
            count(distinct values(S5.rows.id))
            """)
    void hasNoValueYet_whenAStageItReadsIsOpen(String above) {
        assertThat(compute(cycle(ratio(above, null)), "{\"rows\":[{\"id\":\"a\"}]}"))
                .isEmpty();
    }

    @Test
    void joinsFormsOfTheSameYearOnly_whenOneStageIsYearlyAndTheOtherNamesItsYear() {
        Indicator sharing = yearly(ratio("S5.shared", "S4.traced"), List.of());
        Approved approved = new Approved(
                KEY,
                List.of(
                        answer("S4", 2024, "{\"traced\":610}"),
                        answer("S4", 2025, "{\"traced\":1}"),
                        answer("S5", null, "{\"year\":2024,\"shared\":580}")),
                Set.of("S4"),
                Set.of(),
                Map.of());

        List<Computation.Computed> values = new Computation(sharing, approved, year -> Optional.empty()).values();

        assertThat(values).hasSize(1);
        assertThat(values.get(0).slot().period()).isEqualTo(2024);
        assertThat(rounded(values.get(0).outcome())).isEqualByComparingTo("95.1");
    }

    @Test
    void saysPartial_whenTheFormDoes() {
        List<Computation.Computed> values = compute(
                yearly(ratio("S4.all", null), List.of()),
                "{\"all\":1,\"coverage\":\"PARTIAL\",\"sourceKind\":\"ESTIMATE\"}");

        assertThat(values.get(0).source().coverage()).isEqualTo("PARTIAL");
        assertThat(values.get(0).source().kind()).isEqualTo("ESTIMATE");
    }

    @Test
    void neverAveragesPercentages_whenStatesAreTakenTogether() {
        Measure rate = yearly(ratio("S4.sent", "S4.all"), List.of()).measures().get(0);
        List<Outcome> states = List.of(
                new Outcome(num("50"), num("1"), num("2"), null, null),
                new Outcome(num("100"), num("98"), num("98"), null, null),
                Outcome.none("NOT_COLLECTED"));

        Region region = Region.of(yearly(rate.ratio(), List.of()), rate, 2024, states, 32);

        assertThat(region.amounts().get("")).isEqualByComparingTo("99");
        assertThat(region.reported()).isEqualTo(2);
        assertThat(region.active()).isEqualTo(32);
    }

    @Test
    void addsUpEachCurrencyApart_whenStatesReportMoney() {
        Measure money = new Measure(
                "", Text.of("m"), Unit.MONEY, ratio("S4.v.amount", null), BigDecimal.ONE, 2, Regional.SUM, List.of());
        List<Outcome> states = List.of(
                new Outcome(num("5"), num("5"), null, null, "USD"),
                new Outcome(num("7"), num("7"), null, null, "USD"),
                new Outcome(num("9"), num("9"), null, null, "BRL"));

        Region region = Region.of(yearly(money.ratio(), List.of()), money, 2024, states, 32);

        assertThat(region.amounts()).containsOnlyKeys("BRL", "USD");
        assertThat(region.amounts().get("USD")).isEqualByComparingTo("12");
    }

    @Test
    void countsStatesAgainstAllActiveOnes_whenTheIndicatorIsOfThePlatform() {
        Indicator base = yearly(ratio("S4.all", null), List.of());
        Indicator platform = new Indicator(
                "X1-I9",
                base.name(),
                base.definition(),
                Direction.UP,
                Frequency.YEARLY,
                Statistic.SHARE_OF_STATES,
                null,
                null,
                "",
                "",
                base.measures());
        List<Outcome> states = List.of(
                new Outcome(num("1"), num("1"), null, null, null), new Outcome(num("0"), num("0"), null, null, null));

        assertThat(Region.of(platform, base.measures().get(0), 2025, states, 32)
                        .amounts()
                        .get(""))
                .isEqualByComparingTo("3.125");
    }

    /** What is public is asked of regions and of nothing else: they must not even know the number. */
    @Test
    void knowsNoSmallNumberOfPersons_whenStatesAreTakenTogether() {
        Measure persons = new Measure(
                "", Text.of("m"), Unit.PERSONS, ratio("S4.all", null), BigDecimal.ONE, 0, Regional.SUM, List.of());

        assertThat(together(persons, "1", "2", "1").suppressed()).isTrue();
        assertThat(together(persons, "1", "2", "1").amounts()).isEmpty();
        assertThat(together(persons, "100", "3").amounts()).isEmpty();
        assertThat(together(persons, "100", "3", "20").amounts().get("")).isEqualByComparingTo("123");
        assertThat(together(persons, "0", "0", "0").amounts().get("")).isEqualByComparingTo("0");
    }

    private static Region together(Measure measure, String... values) {
        List<Outcome> states = java.util.Arrays.stream(values)
                .map(value -> new Outcome(num(value), num(value), null, null, null))
                .toList();
        return Region.of(yearly(measure.ratio(), List.of()), measure, 2024, states, 32);
    }

    @Test
    void hidesASecondGroup_whenOneSmallCountCouldBeWorkedOut() {
        assertThat(SmallNumbers.hidden(Unit.PERSONS, Map.of("F", num("3"), "M", num("40"), "X", num("9"))))
                .containsExactlyInAnyOrder("F", "X");
        assertThat(SmallNumbers.isSmall(Unit.PERSONS, num("0"))).isFalse();
        assertThat(SmallNumbers.isSmall(Unit.PERSONS, num("5"))).isFalse();
        assertThat(SmallNumbers.isSmall(Unit.COUNT, num("3"))).isFalse();
    }

    @Test
    void breaksTheSeries_whenTheFormOfTheYearSaysSo() {
        Indicator indicator = yearly(
                ratio("S4.n", null), List.of(), Formula.of("if S4.comparability = \"BREAK_IN_SERIES\" then 1 else 0"));
        assertThat(compute(indicator, "{\"n\": 3, \"comparability\": \"BREAK_IN_SERIES\"}"))
                .extracting(Computation.Computed::breaksSeries)
                .containsExactly(true);
        assertThat(compute(indicator, "{\"n\": 3, \"comparability\": \"COMPARABLE\"}", "{\"n\": 3}"))
                .extracting(Computation.Computed::breaksSeries)
                .doesNotContain(true);
        assertThat(indicator.concernedStages()).containsExactly("S4");
    }

    private static @Nullable BigDecimal rounded(Outcome outcome) {
        BigDecimal value = outcome.value();
        return value == null ? null : value.setScale(1, RoundingMode.HALF_UP);
    }

    private static BigDecimal num(String text) {
        return new BigDecimal(text);
    }

    private static Ratio ratio(String above, @Nullable String below) {
        return new Ratio(Formula.of(above), below == null ? null : Formula.of(below));
    }

    private static Indicator yearly(Ratio ratio, List<Breakdown> breakdowns) {
        return yearly(ratio, breakdowns, null);
    }

    private static Indicator yearly(Ratio ratio, List<Breakdown> breakdowns, @Nullable Formula breaks) {
        BigDecimal multiplier = BigDecimal.valueOf(ratio.denominator() == null ? 1 : 100);
        Unit unit = ratio.denominator() == null ? Unit.COUNT : Unit.PERCENT;
        Regional regional = ratio.denominator() == null ? Regional.SUM : Regional.RATIO;
        return new Indicator(
                "X1-I1",
                Text.of("name"),
                Text.of("definition"),
                Direction.UP,
                Frequency.YEARLY,
                null,
                null,
                breaks,
                "",
                "",
                List.of(new Measure("", Text.of("name"), unit, ratio, multiplier, 1, regional, breakdowns)));
    }

    private static Indicator cycle(Ratio ratio) {
        Indicator base = yearly(ratio, List.of());
        return new Indicator(
                base.code(),
                base.name(),
                base.definition(),
                base.direction(),
                Frequency.CYCLE,
                null,
                null,
                null,
                "",
                "",
                base.measures());
    }

    private static Outcome only(Indicator indicator, String answers) {
        List<Computation.Computed> values = compute(indicator, answers);
        assertThat(values).hasSize(1);
        return values.get(0).outcome();
    }

    private static List<Computation.Computed> compute(Indicator indicator, String... years) {
        List<Approved.Answer> answers =
                Arrays.stream(years).map(values -> answer("S4", 2024, values)).toList();
        return new Computation(
                        indicator,
                        new Approved(KEY, answers, Set.of("S4"), Set.of(), Map.of()),
                        year -> Optional.empty())
                .values();
    }

    private static Approved.Answer answer(String stage, @Nullable Integer year, String values) {
        try {
            LocalDate day = LocalDate.of(2025, 3, 3);
            return new Approved.Answer(stage, year, (ObjectNode) JSON.readTree(values), day, day);
        } catch (JsonProcessingException broken) {
            throw new AssertionError(broken);
        }
    }
}
