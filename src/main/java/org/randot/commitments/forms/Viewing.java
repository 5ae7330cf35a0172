package org.randot.commitments.forms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes the view of one form for one reader. */
final class Viewing {
    private final Form form;
    private final List<FormFinding> findings;
    private final FormContext context;
    private final Words words;
    private final FormView.Beside beside;
    private final List<FieldView.Kept> kept = new ArrayList<>();
    private final Map<String, String> anchors = new HashMap<>();
    private final Map<String, String> labels = new LinkedHashMap<>();
    private boolean countries;
    private boolean currencies;
    private int required;
    private int filled;

    Viewing(Form form, List<FormFinding> findings, FormContext context, Words words, FormView.Beside beside) {
        this.form = form;
        this.findings = findings;
        this.context = context;
        this.words = words;
        this.beside = beside;
    }

    /**
     * Where the view is.
     *
     * @param level the values of the form or row, {@code earlier} those of an earlier time
     */
    private record Level(ObjectNode level, ObjectNode earlier, Settled settled, At at, boolean inTable) {}

    FormView view(ObjectNode given) {
        ObjectNode values = given.deepCopy();
        FormCheck.prepare(Form.fields(form.parts()), values, context.year());
        Settled settled = Settled.of(form.parts(), values, Values.scope(context));
        var level = new Level(values, beside.earlier(), settled, new At("", "", words), false);
        List<FieldView> fields = parts(form.parts(), level, kept);
        return new FormView(
                form.id(),
                List.copyOf(findings),
                words.language(),
                fields,
                summary(),
                kept,
                countries ? Countries.all(words.locale()) : List.of(),
                currencies ? currencyOptions() : List.of(),
                required,
                filled,
                beside.earlierTitle());
    }

    private List<FieldView.Option> currencyOptions() {
        return MoneyType.OFFERED.stream()
                .map(each -> new FieldView.Option(
                        each, java.util.Currency.getInstance(each).getDisplayName(words.locale()), false))
                .toList();
    }

    private List<FieldView> parts(List<Part> parts, Level level, List<FieldView.Kept> hidden) {
        var views = new ArrayList<FieldView>();
        for (Part part : parts) {
            if (part instanceof Part.Field field) {
                if (level.settled().hides(field)) {
                    keep(field, level.level().get(field.key()), level.at().dot(field.key()), hidden);
                } else {
                    views.add(field(field, level));
                }
            } else if (part instanceof Part.Group group) {
                List<FieldView> inside = parts(group.parts(), level, hidden);
                if (!inside.isEmpty()) {
                    views.add(new FieldViewBuilder(
                                    "group", id(part, level), "", words.text(group.textKey(), group.label()))
                            .parts(inside)
                            .build());
                }
            } else if (part instanceof Part.Help help
                    && !level.inTable()
                    && !level.settled().hides(help)) {
                String text = words.text(help.textKey(), help.text());
                views.add(new FieldViewBuilder("help", id(part, level), "", "")
                        .text(Markdown.blocks(text))
                        .build());
            }
        }
        return views;
    }

    private static String id(Part part, Level level) {
        return level.at().dot("part").id() + "-" + part.id();
    }

    /** What was typed into a field before it was hidden comes back with it. */
    private void keep(Part.Field field, @Nullable JsonNode value, At at, List<FieldView.Kept> hidden) {
        if (Values.isBlank(value) || value == null) {
            return;
        }
        if (field.type() instanceof TableType table) {
            ArrayNode rows = Values.arrayOrEmpty(value);
            for (int i = 0; i < rows.size(); i++) {
                for (Part.Field column : table.columns()) {
                    keep(
                            column,
                            rows.get(i).get(column.key()),
                            at.dot(String.valueOf(i)).dot(column.key()),
                            hidden);
                }
            }
            return;
        }
        Shown shown = field.type().show(value, at);
        shown.controls().forEach(each -> hidden.addAll(each.kept()));
        shown.more().forEach(each -> hidden.addAll(each.kept()));
    }

    private FieldView field(Part.Field field, Level level) {
        At at = level.at().dot(field.key());
        JsonNode value = field.type() instanceof ComputedType
                ? level.settled().computed().get(field.key())
                : level.level().get(field.key());
        boolean needed = level.settled().requires(field) && !(field.type() instanceof ComputedType);
        if (needed && !level.inTable()) {
            required++;
            filled += Values.isBlank(value) ? 0 : 1;
        }
        labels.put(at.pointer(), words.label(field));
        boolean fixed = field.type() instanceof NumberType number && number.fixed() && context.year() != null;
        Shown shown = fixed ? Shown.nothing("output") : field.type().show(value, at);
        var builder = new FieldViewBuilder(shown.shape(), at.id(), at.pointer(), words.label(field))
                .help(words.text(field.textBase() + ".description", field.description()))
                .required(needed)
                .messages(messages(at.pointer(), !(field.type() instanceof TableType)))
                .mark(beside.marks().getOrDefault(at.pointer(), ""));
        read(builder, field, value, level.earlier().get(field.key()));
        if (field.type() instanceof TableType table) {
            builder.table(table(table, value, level.earlier().get(field.key()), level, at));
        }
        anchors.putIfAbsent(at.pointer(), shown.controls().isEmpty() ? at.id() : shown.controls().get(0).at.id());
        return controls(builder, shown, field, level.inTable()).build();
    }

    private void read(
            FieldViewBuilder builder, Part.Field field, @Nullable JsonNode value, @Nullable JsonNode earlier) {
        if (!Values.isBlank(value) && value != null) {
            builder.said(said(field, value));
        }
        if (!Values.isBlank(earlier) && earlier != null) {
            builder.earlier(said(field, earlier));
        }
        builder.change(change(value, earlier));
    }

    private List<FieldView.Line> said(Part.Field field, JsonNode value) {
        return field.type().say(value, words).stream()
                .filter(line -> !line.text().isBlank())
                .toList();
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

    private FieldViewBuilder controls(FieldViewBuilder builder, Shown shown, Part.Field field, boolean inTable) {
        boolean rerender = form.watched().contains(field.key());
        boolean opened = false;
        var controls = new ArrayList<FieldView.Control>();
        for (Control each : shown.controls()) {
            controls.add(control(
                    each, builder, builder.isRequired() && shown.controls().size() == 1, rerender));
        }
        var more = new ArrayList<FieldView.Control>();
        for (Control each : shown.more()) {
            FieldView.Control view = control(each, builder, false, rerender);
            more.add(view);
            opened |= view.invalid() || !view.value().isEmpty() && !view.kind().equals("radio");
        }
        return builder.controls(controls).more(more, shown.moreLabel(), opened && !inTable || opened);
    }

    private FieldView.Control control(Control control, FieldViewBuilder builder, boolean needed, boolean rerender) {
        String pointer = control.at.pointer();
        anchors.put(pointer, control.at.id());
        countries |= control.view(false, false, "", false).list().equals("forms-countries");
        currencies |= control.view(false, false, "", false).list().equals("forms-currencies");
        if (!control.label.isEmpty()) {
            labels.put(pointer, control.label);
        }
        boolean whole = pointer.equals(builder.pointer());
        boolean invalid = findings.stream()
                .anyMatch(each -> each.severity() == FormFinding.Severity.ERROR
                        && (each.field().equals(pointer)
                                || each.field().equals(builder.pointer()) && (whole || isOnly(builder))));
        return control.view(needed, invalid, builder.describedBy(), rerender);
    }

    private static boolean isOnly(FieldViewBuilder builder) {
        return builder.shape().equals("control");
    }

    private FieldView.Table table(
            TableType table, @Nullable JsonNode value, @Nullable JsonNode earlier, Level level, At at) {
        ArrayNode given = Values.arrayOrEmpty(value).deepCopy();
        int wanted = Math.max(1, table.minRows());
        while (given.size() < wanted && (table.minRows() > 0 || value == null)) {
            given.add(Values.object());
        }
        List<FieldView.Column> columns = table.columns().stream()
                .map(each -> new FieldView.Column(
                        words.label(each),
                        each.required(),
                        each.type() instanceof NumberType || each.type() instanceof ComputedType))
                .toList();
        boolean wide = columns.size() <= 6
                && table.columns().stream().allMatch(each -> each.hides().isEmpty() && isOneControl(each.type()));
        List<FieldView.Row> rows = rows(table, given, level, at);
        List<FieldView.Row> before = earlierRows(table, earlier, level, at);
        return new FieldView.Table(columns, rows, before, wide, given.size() < table.maxRows(), at.name());
    }

    private static boolean isOneControl(FieldType type) {
        return type instanceof NumberType number && !number.noData()
                || type instanceof DateType
                || type instanceof ChoiceType choice && !choice.radio()
                || type instanceof TextType text && !text.area()
                || type instanceof ComputedType;
    }

    private List<FieldView.Row> rows(TableType table, ArrayNode given, Level level, At at) {
        var rows = new ArrayList<FieldView.Row>();
        for (int i = 0; i < given.size(); i++) {
            At rowAt = at.dot(String.valueOf(i));
            ObjectNode values = Values.objectOrEmpty(given.get(i)).deepCopy();
            FormCheck.prepare(table.columns(), values, context.year());
            Settled settled = Settled.of(table.parts(), values, level.settled().scope());
            var hidden = new ArrayList<FieldView.Kept>();
            labels.put(rowAt.pointer(), words.say("row", i + 1));
            List<FieldView> cells = cells(table, new Level(values, Values.object(), settled, rowAt, true), hidden);
            anchors.put(
                    rowAt.pointer(),
                    cells.isEmpty()
                            ? rowAt.id()
                            : anchors.getOrDefault(cells.get(0).pointer(), rowAt.id()));
            boolean mayGo = given.size() > table.minRows();
            rows.add(new FieldView.Row(
                    i + 1,
                    rowAt.id(),
                    rowAt.pointer(),
                    cells,
                    hidden,
                    messages(rowAt.pointer(), false),
                    beside.marks().getOrDefault(rowAt.pointer(), ""),
                    mayGo ? rowAt.name() : ""));
        }
        return rows;
    }

    /** One cell for each column, so that the columns of a table stay in line. */
    private List<FieldView> cells(TableType table, Level row, List<FieldView.Kept> hidden) {
        var cells = new ArrayList<FieldView>();
        for (Part.Field column : table.columns()) {
            At at = row.at().dot(column.key());
            if (row.settled().hides(column)) {
                keep(column, row.level().get(column.key()), at, hidden);
                cells.add(new FieldViewBuilder("hidden", at.id(), at.pointer(), words.label(column)).build());
            } else {
                cells.add(field(column, row));
            }
        }
        return cells;
    }

    private List<FieldView.Row> earlierRows(TableType table, @Nullable JsonNode earlier, Level level, At at) {
        var rows = new ArrayList<FieldView.Row>();
        int number = 1;
        for (JsonNode each : Values.arrayOrEmpty(earlier)) {
            ObjectNode values = Values.objectOrEmpty(each);
            At rowAt = at.dot("earlier").dot(String.valueOf(number));
            var cells = new ArrayList<FieldView>();
            for (Part.Field column : table.columns()) {
                JsonNode value = values.get(column.key());
                var cell =
                        new FieldViewBuilder("output", rowAt.dot(column.key()).id(), "", words.label(column));
                cells.add((Values.isBlank(value) || value == null ? cell : cell.said(said(column, value))).build());
            }
            rows.add(new FieldView.Row(number++, rowAt.id(), "", cells, List.of(), List.of(), "", ""));
        }
        return rows;
    }

    private List<FieldView.Message> messages(String pointer, boolean inside) {
        var messages = new ArrayList<FieldView.Message>();
        for (FormFinding each : findings) {
            if (each.field().equals(pointer)) {
                messages.add(new FieldView.Message(severity(each), each.message()));
            } else if (inside && each.field().startsWith(pointer + "/")) {
                messages.add(new FieldView.Message(severity(each), insideLabel(each, pointer) + each.message()));
            }
        }
        return messages;
    }

    private String insideLabel(FormFinding finding, String pointer) {
        String step = finding.field().substring(pointer.length() + 1).split("/")[0];
        return Optional.ofNullable(PartNames.of(step, words))
                .map(each -> each + ": ")
                .orElse("");
    }

    private static String severity(FormFinding finding) {
        return finding.severity().name().toLowerCase(Locale.ROOT);
    }

    private List<FormView.Summary> summary() {
        var summary = new ArrayList<FormView.Summary>();
        for (FormFinding.Severity severity : FormFinding.Severity.values()) {
            for (FormFinding each : findings) {
                if (each.severity() == severity) {
                    summary.add(new FormView.Summary(
                            severity(each), label(each.field()), each.message(), anchor(each.field())));
                }
            }
        }
        return summary;
    }

    private String anchor(String pointer) {
        for (String at = pointer; !at.isEmpty(); at = at.substring(0, at.lastIndexOf('/'))) {
            String anchor = anchors.get(at);
            if (anchor != null) {
                return anchor;
            }
            String below = at + "/";
            Optional<String> first = anchors.keySet().stream()
                    .filter(each -> each.startsWith(below))
                    .sorted()
                    .findFirst();
            if (first.isPresent()) {
                return anchors.getOrDefault(first.get(), "");
            }
        }
        return "";
    }

    /** "Agencies bound, row 3, name". */
    private String label(String pointer) {
        var said = new ArrayList<String>();
        for (int i = pointer.indexOf('/', 1); ; i = pointer.indexOf('/', i + 1)) {
            String label = labels.get(i < 0 ? pointer : pointer.substring(0, i));
            if (label != null && !label.isEmpty()) {
                said.add(label);
            }
            if (i < 0) {
                return String.join(", ", said);
            }
        }
    }
}
