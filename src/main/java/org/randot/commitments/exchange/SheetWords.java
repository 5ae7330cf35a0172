package org.randot.commitments.exchange;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.forms.FormOutline.Input;
import org.randot.commitments.forms.FormOutline.Range;
import org.springframework.context.MessageSource;

/** Words of a workbook in one language. */
record SheetWords(MessageSource messages, Locale locale) {
    /** {@code exchange.‹key›} */
    String say(String key, Object... arguments) {
        return messages.getMessage("exchange." + key, arguments, locale);
    }

    /** What may stand in the cell. */
    String hint(Slot slot) {
        if (slot.option() != null) {
            return say("hint.tick", Slot.TICK);
        }
        Input input = slot.input();
        return switch (input.kind()) {
            case CHOICE -> say("hint.choice");
            case DATE -> say("hint.date");
            case AMOUNT -> say("hint.amount");
            case NUMBER -> number(input.range());
            default -> input.longest() > 0 ? say("hint.text", number(BigDecimal.valueOf(input.longest()))) : "";
        };
    }

    private String number(Range range) {
        String said = range.decimals() == 0 ? say("hint.whole") : say("hint.decimal", range.decimals());
        if (range.least() != null && range.most() != null) {
            return said + " (" + year(range.least()) + "–" + year(range.most()) + ")";
        }
        return range.least() == null ? said : said + ", ≥ " + number(range.least());
    }

    /** Years are not grouped. */
    private String year(BigDecimal number) {
        return number.scale() <= 0 && number.intValue() >= 1000 && number.intValue() <= 9999
                ? number.toPlainString()
                : number(number);
    }

    String number(BigDecimal number) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(10);
        return format.format(number);
    }

    String date(@Nullable LocalDate date) {
        return date == null
                ? say("toBeSet")
                : DateTimeFormatter.ofPattern("d MMM yyyy", locale).format(date);
    }
}
