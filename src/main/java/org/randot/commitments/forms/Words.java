package org.randot.commitments.forms;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.context.support.ResourceBundleMessageSource;

/** What a form says to one reader: its own texts, our messages, numbers and dates, all in the reader's language. */
final class Words {
    /** Language of the texts in {@code ml} fields, in the order of the organization's official languages. */
    static final List<String> LANGUAGES = List.of("en", "es", "pt", "fr");

    private static final ResourceBundleMessageSource MESSAGES = messages();
    private static final Pattern PLAIN = Pattern.compile("[-+]?\\d+");

    private final FormTexts texts;
    private final Locale locale;
    private final char decimal;
    private final Pattern grouped;
    private final Pattern otherGrouped;
    private final DateTimeFormatter dates;

    Words(FormTexts texts) {
        this.texts = texts;
        this.locale = LANGUAGES.contains(texts.locale().getLanguage()) ? texts.locale() : Locale.ENGLISH;
        this.decimal = DecimalFormatSymbols.getInstance(locale).getDecimalSeparator();
        this.grouped = grouped(decimal == ',' ? "\\." : ",", decimal == ',' ? "," : "\\.");
        this.otherGrouped = grouped(decimal == ',' ? "," : "\\.", decimal == ',' ? "\\." : ",");
        this.dates = DateTimeFormatter.ofPattern("d MMM yyyy", locale);
    }

    static Words in(Locale locale) {
        return new Words(new FormTexts() {
            @Override
            public Locale locale() {
                return locale;
            }

            @Override
            public Optional<String> text(String key) {
                return Optional.empty();
            }
        });
    }

    private static ResourceBundleMessageSource messages() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/forms");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        messages.setAlwaysUseMessageFormat(true);
        return messages;
    }

    private static Pattern grouped(String group, String decimal) {
        return Pattern.compile("[-+]?\\d{1,3}(" + group + "\\d{3})+(" + decimal + "\\d+)?");
    }

    Locale locale() {
        return locale;
    }

    String language() {
        return locale.getLanguage();
    }

    /** The form's own text. */
    String text(String key, String english) {
        return texts.text(key).orElse(english);
    }

    /** One of our messages, {@code forms.‹key›}. */
    String say(String key, Object... arguments) {
        return MESSAGES.getMessage("forms." + key, arguments, locale);
    }

    String label(Part.Field field) {
        return text(field.textBase() + ".label", field.label());
    }

    String number(long number) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    String number(BigDecimal number) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(10);
        format.setMinimumFractionDigits(Math.max(0, Math.min(10, number.scale())));
        return format.format(number);
    }

    /** With a sign and one decimal, for changes. */
    String percent(BigDecimal number) {
        var format = (DecimalFormat) NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(1);
        format.setMaximumFractionDigits(1);
        format.setRoundingMode(RoundingMode.HALF_UP);
        format.setPositivePrefix("+");
        format.setNegativePrefix("−");
        return format.format(number) + "\u00a0%";
    }

    String date(LocalDate date) {
        return dates.format(date);
    }

    /** As it stands in a control: no thousands marks, the reader's decimal mark. */
    String typed(BigDecimal number) {
        return number.toPlainString().replace('.', decimal);
    }

    /**
     * Reads a number as people type it: the reader's own notation, spaces or apostrophes between thousands, and the other decimal mark
     * where it cannot be meant otherwise. What could mean two numbers is none.
     */
    Optional<BigDecimal> number(String typed) {
        String text = typed.replaceAll("[\\s\\u00a0\\u202f\\u2009'’]", "").replace('\u2212', '-');
        if (text.isEmpty() || text.length() > 40) {
            return Optional.empty();
        }
        char other = decimal == ',' ? '.' : ',';
        if (PLAIN.matcher(text).matches()) {
            return Optional.of(new BigDecimal(text));
        }
        if (grouped.matcher(text).matches()) {
            return parsed(text.replace(String.valueOf(other), ""), decimal);
        }
        if (text.matches("[-+]?\\d*" + Pattern.quote(String.valueOf(decimal)) + "\\d+")) {
            return parsed(text, decimal);
        }
        boolean clearlyOther = otherGrouped.matcher(text).matches()
                && (text.indexOf(other) > 0 || text.indexOf(decimal) != text.lastIndexOf(decimal));
        if (clearlyOther) {
            return parsed(text.replace(String.valueOf(decimal), ""), other);
        }
        boolean cannotBeThousands =
                text.matches("[-+]?\\d*" + Pattern.quote(String.valueOf(other)) + "(\\d{1,2}|\\d{4,})");
        return cannotBeThousands ? parsed(text, other) : Optional.empty();
    }

    private static Optional<BigDecimal> parsed(String text, char decimal) {
        String plain = text.replace(decimal, '.');
        return Optional.of(new BigDecimal(plain));
    }
}
