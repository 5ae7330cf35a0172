package org.randot.commitments.forms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes the view of one form for one reader. */
final class Viewing {
    private final Form form;
    private final List<FormFinding> findings;
    private final Optional<FormFinding> toConfirm;
    private final FindingsShown shown;
    private final FormContext context;
    private final Words words;
    private final FormView.Beside beside;
    private final AnswersSaid answers;
    private final TableViewing tables;
    private final List<FieldView.Kept> kept = new ArrayList<>();
    private boolean countries;
    private boolean currencies;
    private int required;
    private int filled;

    Viewing(Form form, List<FormFinding> findings, FormContext context, Words words, FormView.Beside beside) {
        this.form = form;
        this.toConfirm = form.treaties().unconfirmed(context, words);
        this.findings = findings;
        this.shown = new FindingsShown(
                findings.stream()
                        .filter(each -> !toConfirm.filter(each::equals).isPresent())
                        .toList(),
                words);
        this.context = context;
        this.words = words;
        this.beside = beside;
        this.answers = new AnswersSaid(words, context);
        this.tables = new TableViewing(this, shown, context, words);
    }

    /**
     * Where the view is.
     *
     * @param level the values of the form or row, {@code earlier} those of an earlier time
     */
    record Level(ObjectNode level, ObjectNode earlier, Settled settled, At at, boolean inTable) {}

    FormView view(ObjectNode given) {
        ObjectNode values = given.deepCopy();
        Referring.fill(form.parts(), values, context.register());
        ObjectNode earlier = beside.earlier().deepCopy();
        Referring.fill(form.parts(), earlier, context.register());
        Map<String, Object> scope = Values.scope(context);
        FormCheck.prepare(Form.fields(form.parts()), values, context.year(), scope);
        tables.keepSetAside(form, given, values, kept);
        Settled settled = Settled.of(form.parts(), values, scope);
        At top = new At("", "", words, new RegisterChoices(context.register(), words));
        var level = new Level(values, earlier, settled, top, false);
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
                beside.earlierTitle(),
                toConfirm.map(FormFinding::message).orElse(""));
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
    void keep(Part.Field field, @Nullable JsonNode value, At at, List<FieldView.Kept> hidden) {
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

    FieldView field(Part.Field defined, Level level) {
        Part.Field field = defined.within(level.settled().scope(), words);
        At at = level.at().dot(field.key());
        JsonNode value = field.type() instanceof ComputedType
                ? level.settled().computed().get(field.key())
                : level.level().get(field.key());
        boolean needed = level.settled().requires(field) && !(field.type() instanceof ComputedType);
        if (needed && !level.inTable()) {
            required++;
            filled += FormCheck.isBlank(field, value) ? 0 : 1;
        }
        shown.name(at.pointer(), words.label(field));
        boolean fixed = field.type() instanceof NumberType number && number.fixed() && context.year() != null;
        Shown entry = fixed ? Shown.nothing("output") : field.type().show(value, at);
        var builder = new FieldViewBuilder(entry.shape(), at.id(), at.pointer(), words.label(field))
                .help(words.text(field.textBase() + ".description", field.description()))
                .required(needed)
                .messages(shown.messages(at.pointer(), !(field.type() instanceof TableType)))
                .mark(mark(at));
        answers.say(builder, field, value, level.earlier().get(field.key()));
        if (field.type() instanceof TableType) {
            builder.table(tables.view(field, value, level, at));
        }
        shown.place(
                at.pointer(),
                entry.controls().isEmpty()
                        ? at.id()
                        : entry.controls().get(0).at.id());
        return controls(builder, entry, field).build();
    }

    /** The reviewer's remark on what stands there, empty when there is none. */
    String mark(At at) {
        return beside.marks().getOrDefault(at.pointer(), "");
    }

    private FieldViewBuilder controls(FieldViewBuilder builder, Shown entry, Part.Field field) {
        boolean rerender =
                form.watched().contains(field.key()) || beside.watched().contains(field.key());
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
}
