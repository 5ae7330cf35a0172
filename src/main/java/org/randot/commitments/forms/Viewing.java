package org.randot.commitments.forms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes the view of one form for one reader. */
final class Viewing {
    private final Form form;
    private final List<FormFinding> findings;
    private final FindingsShown shown;
    private final FormContext context;
    private final Words words;
    private final FormView.Beside beside;
    private final List<FieldView.Kept> kept = new ArrayList<>();
    private boolean countries;
    private boolean currencies;
    private int required;
    private int filled;

    Viewing(Form form, List<FormFinding> findings, FormContext context, Words words, FormView.Beside beside) {
        this.form = form;
        this.findings = findings;
        this.shown = new FindingsShown(findings, words);
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
                shown.summary(),
                kept,
                countries ? Countries.all(words.locale()) : List.of(),
                currencies ? currencyOptions() : List.of(),
                required,
                filled,
                beside.earlierTitle());
    }

    private List<FieldView.Option> currencyOptions() {
        return MoneyType.OFFERED.stream()
                .map(each -> FieldView.Option.of(
                        each, java.util.Currency.getInstance(each).getDisplayName(words.locale())))
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
        Shown entry = field.type().show(value, at);
        entry.controls().forEach(each -> hidden.addAll(each.kept()));
        entry.more().forEach(each -> hidden.addAll(each.kept()));
    }

    private FieldView field(Part.Field defined, Level level) {
        Part.Field field = defined.within(level.settled().scope(), words);
        At at = level.at().dot(field.key());
        JsonNode value = field.type() instanceof ComputedType
                ? level.settled().computed().get(field.key())
                : level.level().get(field.key());
        boolean needed = level.settled().requires(field) && !(field.type() instanceof ComputedType);
        if (needed && !level.inTable()) {
            required++;
            filled += Values.isBlank(value) ? 0 : 1;
        }
        shown.name(at.pointer(), words.label(field));
        boolean fixed = field.type() instanceof NumberType number && number.fixed() && context.year() != null;
        Shown entry = fixed ? Shown.nothing("output") : field.type().show(value, at);
        var builder = new FieldViewBuilder(entry.shape(), at.id(), at.pointer(), words.label(field))
                .help(words.text(field.textBase() + ".description", field.description()))
                .required(needed)
                .messages(shown.messages(at.pointer(), !(field.type() instanceof TableType)))
                .mark(beside.marks().getOrDefault(at.pointer(), ""));
        read(builder, field, value, level.earlier().get(field.key()));
        if (field.type() instanceof TableType table) {
            builder.table(table(table, value, level.earlier().get(field.key()), level, at));
        }
        shown.place(
                at.pointer(),
                entry.controls().isEmpty()
                        ? at.id()
                        : entry.controls().get(0).at.id());
        return controls(builder, entry, field).build();
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

    private FieldViewBuilder controls(FieldViewBuilder builder, Shown entry, Part.Field field) {
        boolean rerender = form.watched().contains(field.key());
        boolean only = entry.controls().size() == 1;
        var controls = new ArrayList<FieldView.Control>();
        for (Control each : entry.controls()) {
            controls.add(control(each, builder, builder.isRequired() && only, rerender));
        }
        boolean open = false;
        var more = new ArrayList<FieldView.Control>();
        for (Control each : entry.more()) {
            FieldView.Control view = control(each, builder, false, rerender);
            more.add(view);
            open |= view.invalid() || !view.value().isEmpty();
        }
        return builder.controls(controls).more(more, entry.moreLabel(), open);
    }

    private FieldView.Control control(Control control, FieldViewBuilder builder, boolean needed, boolean rerender) {
        String pointer = control.at.pointer();
        shown.place(pointer, control.at.id());
        countries |= control.view(false, false, "", false).list().equals("forms-countries");
        currencies |= control.view(false, false, "", false).list().equals("forms-currencies");
        shown.name(pointer, control.label);
        boolean invalid =
                shown.isWrong(pointer) || (builder.shape().equals("control") && shown.isWrong(builder.pointer()));
        return control.view(needed, invalid, builder.describedBy(), rerender);
    }

    private FieldView.Table table(
            TableType table, @Nullable JsonNode value, @Nullable JsonNode earlier, Level level, At at) {
        ArrayNode given = Values.arrayOrEmpty(value).deepCopy();
        int filledIn = given.size();
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
        List<FieldView.Row> before = earlierRows(table, earlier, at);
        return new FieldView.Table(columns, rows, before, wide, given.size() < table.maxRows(), at.name(), filledIn);
    }

    private static boolean isOneControl(FieldType type) {
        return (type instanceof NumberType number && !number.noData())
                || type instanceof DateType
                || (type instanceof ChoiceType choice && !choice.radio())
                || (type instanceof TextType text && !text.area())
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
            shown.name(rowAt.pointer(), words.say("row", i + 1));
            List<FieldView> cells = cells(table, new Level(values, Values.object(), settled, rowAt, true), hidden);
            shown.place(
                    rowAt.pointer(),
                    cells.isEmpty() ? rowAt.id() : shown.placeOf(cells.get(0).pointer(), rowAt.id()));
            boolean mayGo = given.size() > table.minRows();
            rows.add(new FieldView.Row(
                    i + 1,
                    rowAt.id(),
                    rowAt.pointer(),
                    cells,
                    hidden,
                    shown.messages(rowAt.pointer(), false),
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

    private List<FieldView.Row> earlierRows(TableType table, @Nullable JsonNode earlier, At at) {
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
}
