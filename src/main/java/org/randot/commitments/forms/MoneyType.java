package org.randot.commitments.forms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An amount in its own currency with the year of the exchange rate and a note on it; never converted. */
record MoneyType(boolean noData) implements FieldType {
    static final List<String> OFFERED = List.of(
            "USD", "ARS", "BBD", "BOB", "BRL", "BSD", "BZD", "CAD", "CLP", "COP", "CRC", "CUP", "DOP", "EUR", "GTQ",
            "GYD", "HNL", "HTG", "JMD", "MXN", "NIO", "PAB", "PEN", "PYG", "SRD", "TTD", "UYU", "VES", "XCD");
    private static final Pattern AMOUNT = Pattern.compile("\\d{1,18}(\\.\\d{1,2})?");
    private static final Set<String> KNOWN = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());
    private static final NumberType YEAR =
            new NumberType(0, new BigDecimal("1900"), new BigDecimal("2100"), false, true, false);

    @Override
    public @Nullable JsonNode read(Posted posted, String name) {
        ObjectNode money = Values.object();
        String amount = posted.text(name + ".amount");
        if (!amount.isEmpty()) {
            money.put(
                    "amount",
                    posted.words().number(amount).map(BigDecimal::toPlainString).orElse(amount));
        }
        String currency = posted.text(name + ".currency");
        if (!currency.isEmpty()) {
            money.put("currency", currency.toUpperCase(Locale.ROOT));
        }
        JsonNode year = NumberType.figure(posted.text(name + ".year"), posted.words());
        if (year != null) {
            money.set("year", year);
        }
        String note = posted.text(name + ".note");
        if (!note.isEmpty()) {
            money.put("note", note);
        }
        JsonNode figure = money.isEmpty() ? null : money;
        return noData ? NoData.read(posted, name, figure) : figure;
    }

    @Override
    public void check(JsonNode value, Place place) {
        if (NoData.is(value)) {
            NoData.check(value, noData, place);
            return;
        }
        if (!value.isObject()) {
            place.error("MONEY");
            return;
        }
        place.onlyKeys(value, Set.of("amount", "currency", "year", "note"));
        JsonNode amount = value.get("amount");
        if (Values.isBlank(amount)) {
            place.at("amount").error("REQUIRED");
        } else if (!amount.isTextual() || !AMOUNT.matcher(amount.textValue()).matches()) {
            place.at("amount").error("AMOUNT", place.words().number(new BigDecimal("1234.50")));
        }
        if (!KNOWN.contains(Values.typed(value.get("currency")))) {
            place.at("currency").error(Values.isBlank(value.get("currency")) ? "REQUIRED" : "CURRENCY");
        }
        if (!Values.isBlank(value.get("year"))) {
            YEAR.check(value.get("year"), place.at("year"));
        }
        if (!Values.isBlank(value.get("note"))) {
            place.at("note").text(value.get("note"), 500);
        }
    }

    static Optional<BigDecimal> amount(@Nullable JsonNode value) {
        String amount = value == null ? "" : Values.typed(value.get("amount"));
        return AMOUNT.matcher(amount).matches() ? Optional.of(new BigDecimal(amount)) : Optional.empty();
    }

    @Override
    public @Nullable Object feel(@Nullable JsonNode value) {
        if (value == null || !value.isObject()) {
            return null;
        }
        if (NoData.is(value)) {
            return NoData.feel(value);
        }
        var map = new LinkedHashMap<String, @Nullable Object>();
        map.put("amount", amount(value).orElse(null));
        map.put("currency", Values.typed(value.get("currency")));
        map.put("year", Values.number(value.get("year")).orElse(null));
        return map;
    }

    @Override
    public Shown show(@Nullable JsonNode value, At at) {
        Words words = at.words();
        ObjectNode money = Values.objectOrEmpty(NoData.figure(value));
        String amount = amount(money).map(words::typed).orElseGet(() -> Values.typed(money.get("amount")));
        JsonNode year = money.get("year");
        String typedYear = Values.number(year).map(words::typed).orElseGet(() -> Values.typed(year));
        Shown shown = Shown.fieldset(List.of(
                new Control("text", at.dot("amount"), words.say("money.amount"), amount)
                        .inputMode("decimal")
                        .limit(40),
                new Control(
                                "text",
                                at.dot("currency"),
                                words.say("money.currency"),
                                Values.typed(money.get("currency")))
                        .limit(40)
                        .list("forms-currencies"),
                new Control("text", at.dot("year"), words.say("money.year"), typedYear)
                        .inputMode("numeric")
                        .limit(40),
                new Control("text", at.dot("note"), words.say("money.note"), Values.typed(money.get("note")))
                        .limit(500)));
        return noData ? NoData.controls(shown, value, at) : shown;
    }

    @Override
    public List<FieldView.Line> say(JsonNode value, Words words) {
        if (NoData.is(value)) {
            return NoData.say(value, words);
        }
        String amount = amount(value).map(words::number).orElseGet(() -> Values.typed(value.get("amount")));
        String year = Values.typed(value.get("year"));
        String said =
                amount + "\u00a0" + Values.typed(value.get("currency")) + (year.isEmpty() ? "" : " (" + year + ")");
        String note = Values.typed(value.get("note"));
        return note.isEmpty()
                ? List.of(FieldView.Line.of(said))
                : List.of(FieldView.Line.of(said), FieldView.Line.of(note));
    }
}
