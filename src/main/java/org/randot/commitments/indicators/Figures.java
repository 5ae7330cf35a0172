package org.randot.commitments.indicators;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.packages.Indicator.Measure;
import org.randot.commitments.packages.Indicator.Unit;
import org.randot.commitments.reference.ExchangeRate;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Numbers as the reader's language writes them; rounded for the eye only. */
@Component
public class Figures {
    private static final String NOTHING = "—";
    private final MessageSource messages;

    Figures(MessageSource messages) {
        this.messages = messages;
    }

    /** A number and what is to be said of it below the table. */
    public record Cell(String text, List<String> notes) {
        public static final Cell EMPTY = new Cell("", List.of());
    }

    public String words(@Nullable BigDecimal value, int decimals, @Nullable String currency, Locale reader) {
        if (value == null) {
            return NOTHING;
        }
        NumberFormat format = NumberFormat.getNumberInstance(reader);
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        format.setRoundingMode(RoundingMode.HALF_UP);
        String number = format.format(value.setScale(decimals, RoundingMode.HALF_UP));
        return currency == null || currency.isEmpty() ? number : currency + "\u00a0" + number;
    }

    /** A value of one measure. */
    public String words(Measure measure, @Nullable BigDecimal value, @Nullable String currency, Locale reader) {
        String number = words(value, measure.rounding(), currency, reader);
        return measure.unit() == Unit.PERCENT && value != null ? number + "\u00a0%" : number;
    }

    public Cell cell(Measure measure, IndicatorValue value, Locale reader) {
        List<String> notes = new ArrayList<>();
        if (value.reason() != null) {
            notes.add(say("reason." + value.reason(), reader));
        }
        if (!value.qualifier().equals("EXACT")) {
            notes.add(say("qualifier." + value.qualifier(), reader));
        }
        if (value.coverage().equals("PARTIAL")) {
            notes.add(say("coverage.PARTIAL", reader));
        }
        if (!value.sourceKind().equals("NATIONAL_OFFICIAL")) {
            notes.add(say("sourceKind." + value.sourceKind(), reader));
        }
        BigDecimal amount = value.value();
        ExchangeRate rate = value.rate();
        if (amount != null && rate != null) {
            notes.add(inDollars(amount, rate, reader));
        }
        return new Cell(words(measure, amount, value.currency(), reader), notes);
    }

    /** Beside an amount, never in its place (domain.md 5.7). */
    private String inDollars(BigDecimal amount, ExchangeRate rate, Locale reader) {
        return say(
                "inDollars",
                reader,
                words(rate.toUsd(amount), 2, null, reader),
                words(rate.unitsPerUsd(), rate.unitsPerUsd().scale(), null, reader),
                rate.currency(),
                rate.asOf().toString(),
                rate.source());
    }

    public String say(String key, Locale reader, Object... arguments) {
        return messages.getMessage("indicators." + key, arguments, reader);
    }
}
