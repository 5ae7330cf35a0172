package org.randot.commitments.packages.web;

import java.util.List;
import org.randot.commitments.forms.FormOutline;

/** The questions of one form on paper: what is asked, and what kind of answer is wanted. */
record PrintedForm(List<Line> lines) {
    private static final int MOST_CHOICES = 40;

    /**
     * @param kind {@code heading}, {@code note} or {@code question}
     * @param columns of a table
     */
    record Line(String kind, String text, String help, boolean required, List<Answer> answers, List<Line> columns) {}

    /**
     * One part of an answer.
     *
     * @param label what part it is; empty when it is the whole answer
     * @param kind of {@link FormOutline.Kind}
     * @param choices in words; none where there are too many to print
     */
    record Answer(String label, FormOutline.Kind kind, List<String> choices) {}

    static PrintedForm of(FormOutline outline) {
        return new PrintedForm(outline.entries().stream().map(PrintedForm::line).toList());
    }

    private static Line line(FormOutline.Entry entry) {
        if (entry instanceof FormOutline.Heading heading) {
            return new Line("heading", heading.text(), "", false, List.of(), List.of());
        } else if (entry instanceof FormOutline.Note note) {
            return new Line("note", note.text(), "", false, List.of(), List.of());
        } else if (entry instanceof FormOutline.Table table) {
            List<Line> columns =
                    table.columns().stream().map(PrintedForm::question).toList();
            return new Line("question", table.label(), table.help(), table.required(), List.of(), columns);
        }
        return question((FormOutline.Question) entry);
    }

    private static Line question(FormOutline.Question asked) {
        List<Answer> answers = asked.inputs().stream()
                .filter(input -> !input.isNoData() && !input.spare())
                .map(input -> new Answer(input.label(), input.kind(), choices(input)))
                .toList();
        return new Line("question", asked.label(), asked.help(), asked.required(), answers, List.of());
    }

    private static List<String> choices(FormOutline.Input input) {
        return input.choices().size() > MOST_CHOICES
                ? List.of()
                : input.choices().stream().map(FormOutline.Choice::label).toList();
    }
}
