package org.randot.commitments.review.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonTests {
    @ParameterizedTest
    @CsvSource({
        "100, 150, +50.0, false",
        "100, 151, +51.0, true",
        "1200, 950, -20.8, false",
        "-10, -5, +50.0, false",
        "0, 5, '', false"
    })
    void saysTheChangeInPercentOfTheEarlierFigure(BigDecimal before, BigDecimal now, String change, boolean large) {
        Comparison comparison = Comparison.of("Recovered", before, now, Locale.ENGLISH);
        assertThat(comparison.change()).isEqualTo(change);
        assertThat(comparison.large()).isEqualTo(large);
    }

    @Test
    void comparesFiguresOnly_givenNoDataCodesAndWords() throws Exception {
        ObjectMapper json = new ObjectMapper();
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put("a", "A");
        labels.put("b", "B");
        labels.put("c", "C");
        labels.put("m", "M");
        var now = json.readTree("{\"a\":3,\"b\":5,\"c\":\"x\",\"m\":{\"amount\":\"30\",\"currency\":\"USD\"}}");
        var before =
                json.readTree("{\"a\":2,\"b\":{\"noData\":\"NOT_COLLECTED\"},\"c\":\"y\",\"m\":{\"amount\":\"20\"}}");
        assertThat(Comparison.of(labels, now, before, Locale.FRENCH))
                .extracting(Comparison::label, Comparison::change)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("A", "+50,0"),
                        org.assertj.core.groups.Tuple.tuple("M", "+50,0"));
        assertThat(Comparison.of(labels, now, null, Locale.FRENCH)).isEmpty();
    }
}
