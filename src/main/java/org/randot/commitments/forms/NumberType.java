package org.randot.commitments.forms;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code int}, {@code dec(n)} and {@code year}. A fixed year is the reporting year: shown, not asked. */
record NumberType(
        int decimals, @Nullable BigDecimal min, @Nullable BigDecimal max, boolean noData, boolean year, boolean fixed)
        implements FieldType {
    private static final BigDecimal LARGEST = new BigDecimal("999999999999999");

    @Override
    public @Nullable JsonNode read(Posted posted, String name) {
        JsonNode figure = figure(posted.text(name), posted.words());
        return noData ? NoData.read(posted, name, figure) : figure;
    }

    static @Nullable JsonNode figure(String typed, Words words) {
        if (typed.isEmpty()) {
            return null;
        }
        return words.number(typed).map(Values::number).orElseGet(() -> Values.text(typed));
    }

    @Override
    public void check(JsonNode value, Place place) {
        if (NoData.is(value)) {
            NoData.check(value, noData, place);
            return;
        }
        Optional<BigDecimal> number = Values.number(value);
        if (number.isEmpty()) {
            place.error(decimals == 0 ? "WHOLE_NUMBER" : "NUMBER", place.words().number(example()));
            return;
        }
        limits(number.get().stripTrailingZeros(), place);
    }

    private BigDecimal example() {
        return decimals == 0 ? (year ? new BigDecimal("2025") : new BigDecimal("1200")) : new BigDecimal("12.5");
    }

    private void limits(BigDecimal number, Place place) {
        if (number.scale() > decimals) {
            if (decimals == 0) {
                place.error("WHOLE_NUMBER", place.words().number(example()));
            } else {
                place.error("DECIMALS", decimals);
            }
        } else if (min != null && number.compareTo(min) < 0) {
            place.error("MIN", said(min, place.words()));
        } else if (number.compareTo(max == null ? LARGEST : max) > 0) {
            place.error("MAX", said(max == null ? LARGEST : max, place.words()));
        } else if (number.abs().compareTo(LARGEST) > 0) {
            place.error("MIN", said(LARGEST.negate(), place.words()));
        }
    }

    private String said(BigDecimal number, Words words) {
        return year ? number.toPlainString() : words.number(number);
    }

    @Override
    public @Nullable Object feel(@Nullable JsonNode value) {
        return NoData.is(value) && value != null
                ? NoData.feel(value)
                : Values.number(value).orElse(null);
    }

    @Override
    public Shown show(@Nullable JsonNode value, At at) {
        JsonNode figure = NoData.figure(value);
        String typed = Values.number(figure).map(at.words()::typed).orElseGet(() -> Values.typed(figure));
        Shown shown = Shown.control(new Control("text", at, "", typed)
                .inputMode(decimals == 0 ? "numeric" : "decimal")
                .limit(40));
        return noData ? NoData.controls(shown, value, at) : shown;
    }

    @Override
    public List<FieldView.Line> say(JsonNode value, Words words) {
        return NoData.is(value)
                ? NoData.say(value, words)
                : List.of(FieldView.Line.of(
                        Values.number(value).map(number -> said(number, words)).orElseGet(() -> Values.typed(value))));
    }
}
