package org.randot.commitments.forms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes the view of the tables of a form: their rows now, and those of an earlier time. */
final class TableViewing {
    private final Viewing whole;
    private final FindingsShown shown;
    private final FormContext context;
    private final Words words;
    private final AnswersSaid answers;

    /** @param whole the form the tables stand in, which shows their cells */
    TableViewing(Viewing whole, FindingsShown shown, FormContext context, Words words) {
        this.whole = whole;
        this.shown = shown;
        this.context = context;
        this.words = words;
        this.answers = new AnswersSaid(words, context);
    }

    /** Answers of rows that do not concern the state now are posted along. */
    void keepSetAside(Form form, ObjectNode given, ObjectNode values, List<FieldView.Kept> kept) {
        Map<String, Object> scope = Values.scope(context);
        At top = new At("", "", words, new RegisterChoices(context.register(), words));
        for (Part.Field field : Form.fields(form.parts())) {
            if (field.type() instanceof TableType table && !table.given().isEmpty()) {
                int number = values.path(field.key()).size();
                for (JsonNode row : table.given().setAside(given.get(field.key()), scope)) {
                    At at = top.dot(field.key()).dot(String.valueOf(number++));
                    table.columns()
                            .forEach(column -> whole.keep(column, row.get(column.key()), at.dot(column.key()), kept));
                }
            }
        }
    }

    FieldView.Table view(Part.Field field, @Nullable JsonNode value, Viewing.Level level, At at) {
        TableType table = (TableType) field.type();
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
        boolean canAdd = table.given().isEmpty() && given.size() < table.maxRows();
        List<FieldView.Row> rows = rows(table, given, level, at);
        List<FieldView.Row> before = earlierRows(table, level.earlier().get(field.key()), at);
        List<FieldView.Group> groups = new RowGroups(table.given(), words).of(given, rows, at);
        return new FieldView.Table(columns, rows, before, wide, canAdd, at.name(), filledIn, groups);
    }

    private static boolean isOneControl(FieldType type) {
        return (type instanceof NumberType number && !number.noData())
                || type instanceof DateType
                || (type instanceof ChoiceType choice && !choice.radio())
                || (type instanceof TextType text && !text.area())
                || type instanceof ComputedType;
    }

    private List<FieldView.Row> rows(TableType table, ArrayNode given, Viewing.Level level, At at) {
        var rows = new ArrayList<FieldView.Row>();
        for (int i = 0; i < given.size(); i++) {
            At rowAt = at.dot(String.valueOf(i));
            ObjectNode values = Values.objectOrEmpty(given.get(i)).deepCopy();
            FormCheck.prepare(
                    table.columns(), values, context.year(), level.settled().scope());
            Settled settled = Settled.of(table.parts(), values, level.settled().scope());
            var hidden = new ArrayList<FieldView.Kept>();
            String head = head(table, values);
            shown.name(rowAt.pointer(), head.isEmpty() ? words.say("row", i + 1) : head);
            List<FieldView> cells =
                    cells(table, new Viewing.Level(values, Values.object(), settled, rowAt, true), hidden);
            shown.place(
                    rowAt.pointer(),
                    cells.isEmpty() ? rowAt.id() : shown.placeOf(cells.get(0).pointer(), rowAt.id()));
            boolean mayGo = given.size() > table.minRows() && head.isEmpty();
            rows.add(new FieldView.Row(
                    i + 1,
                    head,
                    rowAt.id(),
                    rowAt.pointer(),
                    cells,
                    hidden,
                    shown.messages(rowAt.pointer(), false),
                    whole.mark(rowAt),
                    mayGo ? rowAt.name() : ""));
        }
        return rows;
    }

    /** One cell for each column, so that the columns of a table stay in line. */
    private List<FieldView> cells(TableType table, Viewing.Level row, List<FieldView.Kept> hidden) {
        var cells = new ArrayList<FieldView>();
        Set<String> fixed = table.given().columns();
        for (Part.Field column : table.columns()) {
            At at = row.at().dot(column.key());
            if (fixed.contains(column.key())) {
                cells.add(fixed(column, row.level().get(column.key()), at, hidden));
            } else if (row.settled().hides(column)) {
                whole.keep(column, row.level().get(column.key()), at, hidden);
                cells.add(new FieldViewBuilder("hidden", at.id(), at.pointer(), words.label(column)).build());
            } else {
                cells.add(whole.field(column, row));
            }
        }
        return cells;
    }

    /** What is given is shown and posted along, not entered. */
    private FieldView fixed(Part.Field column, @Nullable JsonNode value, At at, List<FieldView.Kept> hidden) {
        whole.keep(column, value, at, hidden);
        var cell = new FieldViewBuilder("output", at.id(), at.pointer(), words.label(column));
        return (value == null ? cell : cell.said(answers.said(column, value))).build();
    }

    /** What a row is called where rows are given; else empty. */
    private String head(TableType table, ObjectNode row) {
        return table.given().find(row).map(each -> each.said(words)).orElse("");
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
                cells.add((Values.isBlank(value) || value == null ? cell : cell.said(answers.said(column, value)))
                        .build());
            }
            String head = head(table, values);
            rows.add(new FieldView.Row(number++, head, rowAt.id(), "", cells, List.of(), List.of(), "", ""));
        }
        return rows;
    }
}
