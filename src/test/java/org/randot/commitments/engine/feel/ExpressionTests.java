package org.randot.commitments.engine.feel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionTests {
    @SuppressWarnings({"unchecked", "NullAway"}) // FEEL knows null
    private static Map<String, Object> scope() {
        var scope = new HashMap<String, @Nullable Object>();
        scope.put("five", new BigDecimal("5"));
        scope.put("nothing", null);
        scope.put("noData", Map.of("noData", "NOT_COLLECTED", "explanation", "x"));
        scope.put(
                "rows",
                IntStream.range(0, Expression.ROWS)
                        .mapToObj(i -> Map.of("n", i, "t", "t" + i))
                        .toList());
        scope.put("mixed", List.of(Map.of("n", 1), Map.of("n", Map.of("noData", "CONFIDENTIAL"))));
        return (Map<String, Object>) (Map<String, ?>) scope;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "five = nothing",
                "five != nothing",
                "five <= nothing",
                "five = noData",
                "noData <= five",
                "sum(mixed.n) = five",
                "sum(mixed.n) = nothing",
                "if noData > 3 then false else true",
                "if five = nothing then true else false",
                "not(five = nothing)",
                "five + noData <= five",
                "five = five and noData > 1"
            })
    void staysSilent_whenARuleMeetsWhatIsUnknown(String rule) {
        assertThat(Expression.rule(rule, Expression.ROWS).value(scope())).isNull();
    }

    @Test
    void comparesWithNull_whenARuleAsksForIt() {
        assertThat(Expression.rule("nothing = null", Expression.ROWS).isTrue(scope()))
                .isTrue();
        assertThat(Expression.rule("five = null", Expression.ROWS).isFalse(scope()))
                .isTrue();
        assertThat(Expression.rule("five != null and five = 5", Expression.ROWS).isTrue(scope()))
                .isTrue();
        assertThat(Expression.rule("noData.noData = \"NOT_COLLECTED\"", Expression.ROWS)
                        .isTrue(scope()))
                .isTrue();
        assertThat(Expression.rule("count(rows[n < 3]) = 3", Expression.ROWS).isTrue(scope()))
                .isTrue();
        assertThat(Expression.formula("five != nothing", Expression.ROWS).isTrue(scope()))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "count(for i in 1..2000000 return i)",
                "for i in 1..five return i",
                "count(for a in rows, b in rows, c in rows return a)",
                "rows[count(rows[count(rows[n > item.n]) > 1]) > 1]",
                "for i in 1..30 return concatenate(partial, partial)",
                "sort(rows, function(a, b) a.n < b.n)",
                "function(x) external { java: { class: \"java.lang.Runtime\", method signature: \"getRuntime()\" } }",
                "{a: \"xxxxxxxx\", b: a + a, c: b + b}.c",
                "matches(t, \"(a+)+$\")",
                "replace(t, \"a*a*a*b\", \"\")",
                "9 ** 999999999",
                "five ** five",
                "now() > five",
                "uuid()",
                "unknown function(five)",
                "((((((((((((((((((((((((((1))))))))))))))))))))))))))",
                "concatenate(concatenate(for a in rows, b in rows return a), concatenate(for a in rows, b in rows return a), concatenate(for a in rows, b in rows return a))",
            })
    void isRefused_whenItCouldRunForLong(String text) {
        assertThatThrownBy(() -> Expression.formula(text, Expression.ROWS)).isInstanceOf(ExpressionRefused.class);
        assertThatThrownBy(() -> Expression.rule(text, Expression.ROWS)).isInstanceOf(ExpressionRefused.class);
        assertThatThrownBy(() -> Expression.formula("1" + " + 1".repeat(2_000), Expression.ROWS))
                .isInstanceOf(ExpressionRefused.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "every a in rows satisfies count(rows[t = a.t]) = 1",
                "sum(for a in rows return sum(for b in rows return a.n * b.n))",
                "count(distinct values(rows.t)) = count(rows)",
                "sum(for i in 1..1000 return i * 2)",
                "count(rows[matches(t, \"^t[0-9]+\")])",
                "max(rows.n) <= sum(rows.n)",
            })
    void endsInTime_whenItIsAllowed(String text) {
        Expression expression = Expression.formula(text, Expression.ROWS);
        Map<String, Object> scope = scope();
        expression.value(scope);
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            long start = work();
            assertThat(expression.value(scope)).isNotNull();
            best = Math.min(best, work() - start);
        }
        System.out.printf("FEEL %-70s %8.2f ms%n", text, best / 1e6);
        assertThat(best).isLessThan(500_000_000L);
    }

    /** Nanoseconds of processor time: what else runs on the machine does not count. */
    private static long work() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
