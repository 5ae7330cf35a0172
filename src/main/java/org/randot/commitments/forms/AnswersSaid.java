package org.randot.commitments.forms;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Answers in words for one reader, beside what was answered earlier. */
final class AnswersSaid {
    private final Words words;
    private final FormContext context;

    AnswersSaid(Words words, FormContext context) {
        this.words = words;
        this.context = context;
    }

    void say(FieldViewBuilder builder, Part.Field field, @Nullable JsonNode value, @Nullable JsonNode earlier) {
        if (!Values.isBlank(value) && value != null) {
            builder.said(said(field, value));
        }
        if (!Values.isBlank(earlier) && earlier != null) {
            builder.earlier(said(field, earlier));
        }
        builder.change(change(value, earlier));
    }

    List<FieldView.Line> said(Part.Field field, JsonNode value) {
        List<FieldView.Line> lines = field.type() instanceof MoneyType
                ? money(field, value)
                : field.type().say(value, words);
        return lines.stream().filter(line -> !line.text().isBlank()).toList();
    }

    /** In its own currency, then in dollars where a rate is known: of its year, else of the year reported on. */
    private List<FieldView.Line> money(Part.Field field, JsonNode value) {
        List<FieldView.Line> lines = new ArrayList<>(field.type().say(value, words));
        Integer year =
                Values.number(value.get("year")).map(BigDecimal::intValue).orElse(context.year());
        String currency = Values.typed(value.get("currency"));
        if (year != null) {
            MoneyType.amount(value)
                    .ifPresent(amount -> context.rates()
                            .of(currency, year)
                            .ifPresent(rate -> lines.add(FieldView.Line.of(inDollars(amount, currency, rate)))));
        }
        return lines;
    }

    private String inDollars(BigDecimal amount, String currency, DollarRates.Rate rate) {
        return words.say(
                "money.inDollars",
                words.number(amount.divide(rate.unitsPerUsd(), 2, RoundingMode.HALF_UP)),
                words.number(rate.unitsPerUsd()),
                currency,
                rate.asOf().toString(),
                rate.source());
    }

    /** In % of the earlier figure; empty where one is missing or the earlier one is zero. */
    private String change(@Nullable JsonNode value, @Nullable JsonNode earlier) {
        Optional<BigDecimal> now = figure(value);
        Optional<BigDecimal> then = figure(earlier);
        boolean sameCurrency =
                value == null || earlier == null || value.path("currency").equals(earlier.path("currency"));
        if (now.isEmpty() || then.isEmpty() || then.get().signum() == 0 || !sameCurrency) {
            return "";
        }
        BigDecimal change = now.get()
                .subtract(then.get())
                .multiply(new BigDecimal(100))
                .divide(then.get().abs(), 1, RoundingMode.HALF_UP);
        return words.percent(change);
    }

    private static Optional<BigDecimal> figure(@Nullable JsonNode value) {
        return value != null && value.isObject() ? MoneyType.amount(value) : Values.number(value);
    }
}
