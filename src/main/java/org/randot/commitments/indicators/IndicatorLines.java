package org.randot.commitments.indicators;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.randot.commitments.packages.Indicator;
import org.randot.commitments.packages.Indicator.Measure;
import org.springframework.stereotype.Component;

/** The latest values of a state, one line each, for its page. */
@Component
public class IndicatorLines {
    private final Indicators indicators;
    private final Figures figures;

    IndicatorLines(Indicators indicators, Figures figures) {
        this.indicators = indicators;
        this.figures = figures;
    }

    /** @param text value with what is to be said of it */
    public record Line(String code, String name, String period, String text) {}

    /** None where the reader may not see them. */
    public List<Line> of(String state, Locale reader) {
        List<Line> lines = new ArrayList<>();
        if (indicators.mayRead(state)) {
            indicators
                    .ofState(state)
                    .forEach((indicator, values) -> indicator.measures().forEach(measure -> {
                        var latest = new TreeMap<Integer, IndicatorValue>();
                        values.stream()
                                .filter(value -> value.measure().equals(measure.key()))
                                .forEach(value -> latest.put(value.period(), value));
                        if (!latest.isEmpty()) {
                            lines.add(
                                    line(indicator, measure, latest.lastEntry().getValue(), reader));
                        }
                    }));
        }
        return lines;
    }

    private Line line(Indicator indicator, Measure measure, IndicatorValue value, Locale reader) {
        Figures.Cell cell = figures.cell(measure, value, reader);
        String name = measure.key().isEmpty()
                ? indicator.name().in(reader)
                : indicator.name().in(reader) + ": " + measure.name().in(reader);
        String notes = cell.notes().isEmpty() ? "" : " (" + String.join("; ", cell.notes()) + ")";
        return new Line(
                indicator.code(),
                indicator.code() + " " + name,
                value.period() == 0 ? figures.say("page.cycle", reader) : String.valueOf(value.period()),
                cell.text() + notes);
    }
}
