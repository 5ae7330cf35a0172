package org.randot.commitments.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.randot.commitments.forms.Formula;
import org.randot.commitments.packages.Indicator.Measure;
import org.randot.commitments.packages.Indicator.Ratio;
import org.randot.commitments.packages.Indicator.Regional;
import org.randot.commitments.packages.Indicator.Unit;
import org.randot.commitments.reference.ExchangeRate;
import org.randot.commitments.shared.Text;
import org.springframework.context.support.ResourceBundleMessageSource;

/** What is told beside a value (domain.md 5.7). */
class FiguresTests {
    private static final Measure MONEY = new Measure(
            "", Text.of("m"), Unit.MONEY, new Ratio(Formula.of("v"), null), BigDecimal.ONE, 2, Regional.SUM, List.of());
    private static final ExchangeRate RATE = new ExchangeRate(
            "MXN", 2023, new BigDecimal("17.05"), LocalDate.of(2023, 12, 31), "Bank", 1, "who", Instant.EPOCH);

    private final Figures figures = new Figures(messages());

    @Test
    void tellsTheOriginalAndTheDollarsBesideIt_whenARateIsKnown() {
        Figures.Cell cell = figures.cell(MONEY, value(RATE), Locale.ENGLISH);
        assertThat(cell.text()).isEqualTo("MXN\u00a021,048.23");
        assertThat(cell.notes()).containsExactly("≈ USD 1,234.50 (rate 17.05 MXN per USD, 2023-12-31, Bank)");
        assertThat(figures.cell(MONEY, value(null), Locale.ENGLISH).notes()).isEmpty();
    }

    private static IndicatorValue value(@Nullable ExchangeRate rate) {
        return new IndicatorValue(
                "MEX",
                "",
                "",
                "",
                2023,
                new BigDecimal("21048.23"),
                null,
                "MXN",
                "EXACT",
                "NATIONAL_OFFICIAL",
                "",
                "NATIONAL",
                1,
                rate);
    }

    private static ResourceBundleMessageSource messages() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/indicators");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return messages;
    }
}
