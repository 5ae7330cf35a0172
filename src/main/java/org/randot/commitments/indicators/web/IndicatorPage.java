package org.randot.commitments.indicators.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.indicators.Figures;
import org.randot.commitments.indicators.IndicatorValue;
import org.randot.commitments.indicators.IndicatorView;
import org.randot.commitments.indicators.Region;
import org.randot.commitments.packages.Indicator;
import org.randot.commitments.packages.Indicator.Breakdown;
import org.randot.commitments.packages.Indicator.Measure;
import org.randot.commitments.reference.MemberState;
import org.randot.commitments.reference.States;
import org.springframework.stereotype.Component;

/** One indicator as its page shows it: for each measure a chart and its table with footnotes. */
@Component
class IndicatorPage {
    private final States states;
    private final Figures figures;
    private final FieldWords fields;

    IndicatorPage(States states, Figures figures, FieldWords fields) {
        this.states = states;
        this.figures = figures;
        this.fields = fields;
    }

    /** @param notes numbers of footnotes */
    public record Cell(String text, List<Integer> notes) {}

    public record Row(String label, List<Cell> cells) {}

    /**
     * @param chart of the chosen state, else of all states together; null where there is nothing to draw
     * @param whole what stands for all states, by year
     */
    public record Panel(
            String name,
            String unit,
            List<String> periods,
            List<Row> rows,
            @Nullable Row whole,
            String wholeKind,
            List<String> notes,
            @Nullable Chart chart,
            String chartName,
            List<Table> breakdowns) {}

    /** A disaggregation for the chosen state. */
    public record Table(String name, List<String> periods, List<Row> rows, List<String> notes) {}

    List<Panel> panels(IndicatorView view, String state, Locale reader) {
        return view.indicator().measures().stream()
                .map(measure -> panel(view, measure, state, reader))
                .toList();
    }

    private Panel panel(IndicatorView view, Measure measure, String state, Locale reader) {
        List<IndicatorValue> values = view.totals(measure.key());
        List<Region> regions = view.regions().getOrDefault(measure.key(), List.of());
        TreeSet<Integer> periods =
                values.stream().map(IndicatorValue::period).collect(Collectors.toCollection(TreeSet::new));
        regions.forEach(region -> periods.add(region.period()));
        List<String> notes = new ArrayList<>();
        List<Row> rows = new ArrayList<>();
        for (MemberState each : states.all(reader)) {
            Map<Integer, IndicatorValue> own = values.stream()
                    .filter(value -> value.state().equals(each.iso3()))
                    .collect(Collectors.toMap(IndicatorValue::period, value -> value, (one, other) -> other));
            if (!own.isEmpty()) {
                rows.add(row(each.name().in(reader), measure, periods, own, notes, reader));
            }
        }
        Map<Integer, @Nullable BigDecimal> drawn = drawn(values, regions, state);
        boolean isDrawn = drawn.values().stream().anyMatch(value -> value != null) && !drawn.containsKey(0);
        return new Panel(
                measure.name().in(reader),
                figures.say("unit." + measure.unit(), reader),
                periods.stream().map(period -> period(period, reader)).toList(),
                rows,
                whole(measure, periods, regions, reader),
                regions.isEmpty()
                        ? ""
                        : figures.say("regional." + regions.get(0).kind(), reader),
                notes,
                isDrawn ? Chart.of(drawn, value -> figures.words(measure, value, null, reader)) : null,
                state.isEmpty()
                        ? figures.say("page.allStates", reader)
                        : states.get(state).name().in(reader),
                state.isEmpty() ? List.of() : breakdowns(view, measure, state, reader));
    }

    private String period(int period, Locale reader) {
        return period == 0 ? figures.say("page.cycle", reader) : String.valueOf(period);
    }

    private static Map<Integer, @Nullable BigDecimal> drawn(
            List<IndicatorValue> values, List<Region> regions, String state) {
        Map<Integer, @Nullable BigDecimal> drawn = new TreeMap<>();
        if (state.isEmpty()) {
            regions.stream()
                    .filter(region -> region.amounts().size() <= 1)
                    .forEach(region -> drawn.put(
                            region.period(),
                            region.amounts().isEmpty()
                                    ? null
                                    : region.amounts().firstEntry().getValue()));
        } else {
            values.stream()
                    .filter(value -> value.state().equals(state))
                    .forEach(value -> drawn.put(value.period(), value.value()));
        }
        return drawn;
    }

    private Row row(
            String label,
            Measure measure,
            Set<Integer> periods,
            Map<Integer, IndicatorValue> values,
            List<String> notes,
            Locale reader) {
        List<Cell> cells = new ArrayList<>();
        for (int period : periods) {
            IndicatorValue value = values.get(period);
            Figures.Cell cell = value == null ? Figures.Cell.EMPTY : figures.cell(measure, value, reader);
            cells.add(new Cell(
                    cell.text(),
                    cell.notes().stream().map(note -> number(note, notes)).toList()));
        }
        return new Row(label, cells);
    }

    private static int number(String note, List<String> notes) {
        if (!notes.contains(note)) {
            notes.add(note);
        }
        return notes.indexOf(note) + 1;
    }

    private @Nullable Row whole(Measure measure, Set<Integer> periods, List<Region> regions, Locale reader) {
        if (regions.isEmpty() || regions.get(0).kind() == Indicator.Regional.NONE) {
            return null;
        }
        Map<Integer, Region> byPeriod = new LinkedHashMap<>();
        regions.forEach(region -> byPeriod.put(region.period(), region));
        List<Cell> cells = new ArrayList<>();
        for (int period : periods) {
            Region region = byPeriod.get(period);
            cells.add(new Cell(region == null ? "" : told(measure, region, reader), List.of()));
        }
        return new Row(figures.say("page.allStates", reader), cells);
    }

    private String told(Measure measure, Region region, Locale reader) {
        String amounts = region.suppressed()
                ? figures.say("reason.SUPPRESSED", reader)
                : region.amounts().entrySet().stream()
                        .map(amount -> figures.words(measure, amount.getValue(), amount.getKey(), reader))
                        .collect(Collectors.joining(" + "));
        return figures.say(
                "page.ofStates", reader, amounts.isEmpty() ? "—" : amounts, region.reported(), region.active());
    }

    private List<Table> breakdowns(IndicatorView view, Measure measure, String state, Locale reader) {
        List<Table> tables = new ArrayList<>();
        for (Breakdown breakdown : measure.breakdowns()) {
            List<IndicatorValue> values = view.values().stream()
                    .filter(value -> value.state().equals(state)
                            && value.measure().equals(measure.key())
                            && value.breakdown().equals(breakdown.key()))
                    .toList();
            if (!values.isEmpty()) {
                tables.add(table(view, measure, breakdown, values, reader));
            }
        }
        return tables;
    }

    private Table table(
            IndicatorView view, Measure measure, Breakdown breakdown, List<IndicatorValue> values, Locale reader) {
        TreeSet<Integer> periods =
                values.stream().map(IndicatorValue::period).collect(Collectors.toCollection(TreeSet::new));
        Map<String, Map<Integer, IndicatorValue>> parts = new LinkedHashMap<>();
        values.forEach(value ->
                parts.computeIfAbsent(value.part(), any -> new TreeMap<>()).put(value.period(), value));
        Indicator.Column by = breakdown.by();
        String name = by == null ? breakdown.name().in(reader) : fields.column(view.commitment(), by, reader);
        List<Row> rows = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        parts.forEach((part, own) ->
                rows.add(row(part(view, breakdown, part, reader), measure, periods, own, notes, reader)));
        return new Table(
                name, periods.stream().map(period -> period(period, reader)).toList(), rows, notes);
    }

    private String part(IndicatorView view, Breakdown breakdown, String part, Locale reader) {
        if (part.equals("-")) {
            return figures.say("page.notStated", reader);
        }
        Indicator.Column by = breakdown.by();
        return by != null
                ? fields.choice(view.commitment(), by, part, reader)
                : breakdown.groups().stream()
                        .filter(group -> group.key().equals(part))
                        .findFirst()
                        .map(group -> group.name().in(reader))
                        .orElse(part);
    }
}
