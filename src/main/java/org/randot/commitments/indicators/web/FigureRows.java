package org.randot.commitments.indicators.web;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.indicators.FigureSum;
import org.randot.commitments.indicators.Figures;
import org.randot.commitments.indicators.IndicatorView;
import org.randot.commitments.indicators.PublicFigure;
import org.randot.commitments.packages.Commitment;
import org.randot.commitments.packages.Indicator;
import org.randot.commitments.reference.States;
import org.springframework.stereotype.Component;

/** Public figures as the page of an indicator shows them, apart from what states submitted. */
@Component
class FigureRows {
    private final States states;
    private final Figures figures;
    private final FieldWords fields;

    FigureRows(States states, Figures figures, FieldWords fields) {
        this.states = states;
        this.figures = figures;
        this.fields = fields;
    }

    /** @param note qualifier, coverage and caveat in words */
    public record Row(
            String where, String period, String what, String value, String note, String source, String address) {}

    /** What there is of one state or area. */
    public record Group(String where, List<Row> rows) {
        /** In a line: the only figure, else how many there are. */
        public String brief() {
            Row first = rows.get(0);
            return rows.size() == 1 ? first.value() + " (" + first.period() + ")" : String.valueOf(rows.size());
        }
    }

    /** A sum and of how many of how many states it is. */
    public record Sum(String what, String year, String value, int reported, int asked) {}

    /** By state or area, in the order of the figures. */
    List<Group> groups(IndicatorView view, Locale reader) {
        Map<String, List<Row>> groups = new LinkedHashMap<>();
        view.figures().stream()
                .map(figure -> row(view.commitment(), figure, reader))
                .forEach(row -> groups.computeIfAbsent(row.where(), any -> new ArrayList<>())
                        .add(row));
        return groups.entrySet().stream()
                .map(group -> new Group(group.getKey(), group.getValue()))
                .toList();
    }

    List<Sum> sums(IndicatorView view, Locale reader) {
        return FigureSum.of(view.figures()).stream()
                .map(sum -> new Sum(
                        what(view.commitment(), sum.field(), reader),
                        String.valueOf(sum.year()),
                        amount(sum.unit(), sum.sum(), sum.currency(), reader),
                        sum.reported(),
                        sum.asked()))
                .toList();
    }

    private Row row(Commitment commitment, PublicFigure figure, Locale reader) {
        String where = figure.state().isEmpty()
                ? figures.say("area." + figure.area(), reader)
                : states.get(figure.state()).name().in(reader);
        String what =
                figure.context() ? figures.say("figure.context", reader) : what(commitment, figure.field(), reader);
        String value = figure.value() == null
                ? figures.say("reason." + figure.noData(), reader)
                : amount(figure.unit(), figure.value(), figure.currency(), reader);
        return new Row(
                where, period(figure, reader), what, value, note(figure, reader), figure.source(), figure.address());
    }

    private String amount(String unit, java.math.BigDecimal value, String currency, Locale reader) {
        int decimals = Math.max(0, value.stripTrailingZeros().scale());
        String number = figures.words(value, decimals, currency, reader);
        return currency.isEmpty() ? number + " " + figures.say("figure.unit." + unit, reader) : number;
    }

    private String what(Commitment commitment, String field, Locale reader) {
        return Indicator.fieldsIn(field)
                .findFirst()
                .map(known -> fields.field(commitment, known, reader))
                .orElse("");
    }

    private String note(PublicFigure figure, Locale reader) {
        StringBuilder note = new StringBuilder();
        if (!figure.qualifier().equals("EXACT")) {
            note.append(figures.say("qualifier." + figure.qualifier(), reader)).append(". ");
        }
        if (figure.coverage().equals("PARTIAL")) {
            note.append(figures.say("figure.partial", reader)).append(". ");
        }
        if (!figure.caveat().isEmpty()) {
            note.append(figures.say("caveat." + figure.caveat(), reader));
        }
        return note.toString().strip();
    }

    private static String period(PublicFigure figure, Locale reader) {
        LocalDate starts = figure.starts();
        LocalDate ends = figure.ends();
        if (starts == null || ends == null) {
            return "—";
        }
        boolean isWhole = starts.getDayOfYear() == 1 && ends.getMonthValue() == 12 && ends.getDayOfMonth() == 31;
        if (isWhole) {
            return starts.getYear() == ends.getYear()
                    ? String.valueOf(starts.getYear())
                    : starts.getYear() + "–" + ends.getYear();
        }
        return day(starts, reader) + " – " + day(ends, reader);
    }

    private static @Nullable String day(LocalDate date, Locale reader) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(reader)
                .format(date);
    }
}
