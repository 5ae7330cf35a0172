package org.randot.commitments.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.randot.commitments.IntegrationTest;
import org.randot.commitments.shared.Refusal;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Exchange rates: never guessed, never changed unseen (domain.md 5.7). */
@IntegrationTest
class ExchangeRatesTests {
    @Autowired
    private ExchangeRates rates;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void convertsToTheCentAndTellsTheRecord_whenARateIsEntered() {
        long told = told();
        ExchangeRate first = rates.set(rate("MXN", 2023, "17.05", "2023-12-31", 0), "administrator");
        rates.set(rate("MXN", 2023, "17.0500", "2023-12-31", first.version()), "nobody");
        ExchangeRate second = rates.set(rate("MXN", 2023, "17.76", "2023-12-31", first.version()), "administrator");

        assertThat(first.toUsd(new BigDecimal("21048.23"))).isEqualTo("1234.50");
        assertThat(rates.of("MXN", 2023)).contains(second);
        assertThat(rates.of("MXN", 2022)).isEmpty();
        assertThat(rates.of("USD", 2023)).isEmpty();
        assertThat(told() - told).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "USD, 2023, 1, 2023-12-31, a, currency",
        "XXX, 2023, 1, 2023-12-31, a, currency",
        "mxn, 2023, 1, 2023-12-31, a, currency",
        "COP, 1899, 1, 2023-12-31, a, year",
        "COP, 2999, 1, 2023-12-31, a, year",
        "COP, 2023, 0, 2023-12-31, a, unitsPerUsd",
        "COP, 2023, -4, 2023-12-31, a, unitsPerUsd",
        "COP, 2023, 1e14, 2023-12-31, a, unitsPerUsd",
        "COP, 2023, 1e-11, 2023-12-31, a, unitsPerUsd",
        "COP, 2023, 1, 2022-12-31, a, asOf",
        "COP, 2023, 1, 2999-12-31, a, asOf",
        "COP, 2023, 1, 2023-12-31, ' ', source"
    })
    void refusesWhatIsNoRate(String currency, int year, BigDecimal units, LocalDate asOf, String source, String field) {
        var wanted = new SetExchangeRate(currency, year, units, asOf, source, 0);
        assertThatExceptionOfType(ExchangeRateRefused.class)
                .isThrownBy(() -> rates.set(wanted, "administrator"))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo(field));
        assertThat(rates.of("COP", 2023)).isEmpty();
    }

    @Test
    void refusesTheSecond_whenTwoEnterOneRate() {
        rates.set(rate("BRL", 2023, "4.99", "2023-12-31", 0), "one");
        assertThatExceptionOfType(ExchangeRateRefused.class)
                .isThrownBy(() -> rates.set(rate("BRL", 2023, "5.16", "2023-12-31", 0), "other"))
                .satisfies(refused -> assertThat(refused.kind()).isEqualTo(Refusal.Kind.CONFLICT));
        assertThat(rates.of("BRL", 2023).orElseThrow().unitsPerUsd()).isEqualTo("4.99");
    }

    private static SetExchangeRate rate(String currency, int year, String units, String asOf, int version) {
        return new SetExchangeRate(
                currency, year, new BigDecimal(units), LocalDate.parse(asOf), "Central bank, average", version);
    }

    private long told() {
        List<Long> counted = jdbc.sql("select count(*) from audit_entry where act = 'EXCHANGE_RATE_SET'"
                        + " and subject = 'MXN/2023'")
                .query(Long.class)
                .list();
        return counted.get(0);
    }
}
