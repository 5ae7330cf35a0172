package org.randot.commitments.forms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Lays a form flat. The inputs are the controls of its page, so that both know the same fields. */
final class Outlining {
    private static final BigDecimal YEARS_FROM = new BigDecimal("1900");
    private static final BigDecimal YEARS_TO = new BigDecimal("2100");

    private final Words words;
    private final FormContext context;
    private final RegisterChoices register;
    private Map<String, Object> scope = Map.of();

    Outlining(Words words, FormContext context) {
        this.words = words;
        this.context = context;
        this.register = new RegisterChoices(context.register().withoutKeeping(), words);
    }

    FormOutline of(Form form, ObjectNode given) {
        ObjectNode values = given.deepCopy();
        Referring.fill(form.parts(), values, context.register());
        scope = Settled.of(form.parts(), values, Values.scope(context)).scope();
        var entries = new ArrayList<FormOutline.Entry>();
        add(form.parts(), values, entries);
        return new FormOutline(form.id(), words.language(), List.copyOf(entries));
    }

    private void add(List<Part> parts, ObjectNode values, List<FormOutline.Entry> entries) {
        for (Part part : parts) {
            if (part instanceof Part.Group group) {
                entries.add(new FormOutline.Heading(words.text(group.textKey(), group.label())));
                add(group.parts(), values, entries);
            } else if (part instanceof Part.Help help) {
                entries.add(new FormOutline.Note(plain(words.text(help.textKey(), help.text()))));
            } else if (part instanceof Part.Field field && isAsked(field)) {
                entries.add(
                        field.type() instanceof TableType table
                                ? table(field, table, values.get(field.key()))
                                : question(field, inputs(field, given(field, values))));
            }
        }
    }

    /** Before anybody said anything, what stands there from the start. */
    private static @Nullable JsonNode given(Part.Field field, ObjectNode values) {
        return values.isEmpty() ? field.standard() : values.get(field.key());
    }

    private boolean isAsked(Part.Field field) {
        boolean fixed = field.type() instanceof NumberType number && number.fixed() && context.year() != null;
        return !fixed && !(field.type() instanceof ComputedType);
    }

    private static String plain(String markdown) {
        return Markdown.blocks(markdown).stream()
                .flatMap(block -> block.lines().stream())
                .map(line -> line.stream().map(FieldView.Span::text).collect(Collectors.joining()))
                .collect(Collectors.joining("\n"));
    }

    private FormOutline.Question question(Part.Field field, List<FormOutline.Input> inputs) {
        return new FormOutline.Question(
                field.key(), words.label(field), help(field), field.required(), List.copyOf(inputs));
    }

    private String help(Part.Field field) {
        return plain(words.text(field.textBase() + ".description", field.description()));
    }

    private FormOutline.Table table(Part.Field field, TableType table, @Nullable JsonNode value) {
        List<ObjectNode> rows = new ArrayList<>();
        GivenRows fixed = table.given();
        (fixed.isEmpty() ? Values.arrayOrEmpty(value) : fixed.align(value, scope))
                .forEach(row -> rows.add(Values.objectOrEmpty(row)));
        var columns = new ArrayList<FormOutline.Question>();
        List<Map<String, List<String>>> given = new ArrayList<>();
        rows.forEach(row -> given.add(new HashMap<>()));
        for (Part.Field column : table.columns()) {
            if (isAsked(column)) {
                columns.add(question(column, column(column, rows, given)));
            }
        }
        return new FormOutline.Table(
                field.key(),
                words.label(field),
                help(field),
                field.required(),
                table.maxRows(),
                List.copyOf(columns),
                List.copyOf(given),
                fixed.isEmpty()
                        ? List.of()
                        : rows.stream()
                                .map(row -> fixed.find(row)
                                        .map(each -> each.said(words))
                                        .orElse(""))
                                .toList(),
                fixed.columns());
    }

    /** Inputs of the empty row and of all rows there are. */
    private List<FormOutline.Input> column(
            Part.Field column, List<ObjectNode> rows, List<Map<String, List<String>>> given) {
        var inputs = new LinkedHashMap<String, FormOutline.Input>();
        inputs(column, null).forEach(input -> inputs.put(input.name(), input));
        for (int i = 0; i < rows.size(); i++) {
            for (FormOutline.Input input : inputs(column, rows.get(i).get(column.key()))) {
                if (!input.given().isEmpty()) {
                    inputs.put(input.name(), input.used());
                    given.get(i).put(input.name(), input.given());
                }
            }
        }
        return List.copyOf(inputs.values());
    }

    private List<FormOutline.Input> inputs(Part.Field defined, @Nullable JsonNode value) {
        Part.Field field = defined.within(scope, words);
        Shown shown = field.type().show(value, new At(field.key(), "/" + field.key(), words, register));
        var inputs = new ArrayList<FormOutline.Input>();
        shown.controls().forEach(each -> inputs.add(input(each, each.label, field.type())));
        shown.more().forEach(each -> {
            FieldView.Control control = each.view(false, false, "", false);
            boolean language = !control.language().isEmpty()
                    && !shown.moreLabel().equals(words.say("otherLanguages"))
                    && !shown.moreLabel().equals(words.say("register.another"));
            inputs.add(input(each, language ? shown.moreLabel() + " – " + each.label : each.label, field.type()));
        });
        return inputs;
    }

    private FormOutline.Input input(Control control, String label, FieldType type) {
        FieldView.Control view = control.view(false, false, "", false);
        FormOutline.Kind kind = kind(view, type);
        boolean number = kind == FormOutline.Kind.NUMBER || kind == FormOutline.Kind.AMOUNT;
        return new FormOutline.Input(
                view.name(),
                view.pointer(),
                label,
                kind,
                control.kept().stream()
                        .map(FieldView.Kept::value)
                        .map(each -> number ? plainNumber(each) : each)
                        .toList(),
                choices(view),
                view.list().equals("forms-currencies"),
                !view.language().isEmpty() && !view.language().equals(words.language()),
                view.limit(),
                range(kind, type));
    }

    private String plainNumber(String typed) {
        return words.number(typed).map(BigDecimal::toPlainString).orElse(typed);
    }

    private static FormOutline.Kind kind(FieldView.Control view, FieldType type) {
        return switch (view.kind()) {
            case "select", "radio" -> FormOutline.Kind.CHOICE;
            case "checks" -> FormOutline.Kind.CHOICES;
            case "date" -> FormOutline.Kind.DATE;
            default -> {
                if (view.list().equals("forms-countries")) {
                    yield FormOutline.Kind.CHOICE;
                }
                boolean number =
                        view.inputMode().equals("numeric") || view.inputMode().equals("decimal");
                boolean date = type instanceof DateType
                        || type instanceof PeriodType
                        || type instanceof LawType && view.limit() == 40;
                yield number
                        ? type instanceof MoneyType && view.inputMode().equals("decimal")
                                ? FormOutline.Kind.AMOUNT
                                : FormOutline.Kind.NUMBER
                        : date ? FormOutline.Kind.DATE : FormOutline.Kind.TEXT;
            }
        };
    }

    private static FormOutline.Range range(FormOutline.Kind kind, FieldType type) {
        if (kind == FormOutline.Kind.AMOUNT) {
            return new FormOutline.Range(BigDecimal.ZERO, null, 2);
        }
        if (kind != FormOutline.Kind.NUMBER) {
            return FormOutline.Range.NONE;
        }
        return type instanceof NumberType number
                ? new FormOutline.Range(number.min(), number.max(), number.decimals())
                : new FormOutline.Range(YEARS_FROM, YEARS_TO, 0);
    }

    private List<FormOutline.Choice> choices(FieldView.Control view) {
        List<FieldView.Option> options = switch (view.list()) {
            case "forms-countries" -> Countries.all(words.locale());
            case "forms-currencies" ->
                MoneyType.OFFERED.stream()
                        .map(each -> FieldView.Option.of(each, each))
                        .toList();
            default -> view.options();
        };
        return options.stream()
                .filter(each -> !each.disabled())
                .map(each -> new FormOutline.Choice(each.value(), each.label()))
                .toList();
    }
}
