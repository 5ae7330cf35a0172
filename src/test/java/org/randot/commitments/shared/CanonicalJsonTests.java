package org.randot.commitments.shared;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalJsonTests {
    @Test
    void writesTheExampleOfTheStandard() throws Exception {
        String given = """
                {"numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
                 "string": "\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/",
                 "literals": [null, true, false]}
                """;
        assertThat(CanonicalJson.of(new ObjectMapper().readTree(given)))
                .isEqualTo("{\"literals\":[null,true,false],\"numbers\":[333333333.3333333,1e+30,4.5,0.002,1e-27],"
                        + "\"string\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "0,0",
        "-0.0,0",
        "1,1",
        "100,100",
        "1e21,1e+21",
        "123456789012345680000,123456789012345680000",
        "0.000001,0.000001",
        "1e-7,1e-7",
        "-1.5,-1.5"
    })
    void writesNumbersAsEcmaScriptDoes(double value, String text) {
        assertThat(CanonicalJson.number(value)).isEqualTo(text);
    }
}
