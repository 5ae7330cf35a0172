package org.randot.commitments.exchange;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.forms.FormOutline.Choice;
import org.randot.commitments.forms.FormOutline.Input;
import org.randot.commitments.forms.FormOutline.Kind;
import org.randot.commitments.forms.FormOutline.Question;

/**
 * What one cell holds: an input, or one of the choices of which several may be ticked.
 *
 * @param label the field and the part of it, as the reader calls them
 */
record Slot(Input input, @Nullable Choice option, String label) {
    /** What ticks a choice. */
    static final String TICK = "x";

    private static final String OPTION = "#";

    static List<Slot> of(Question question) {
        var slots = new ArrayList<Slot>();
        for (Input input : question.inputs()) {
            if (input.kind() == Kind.CHOICES) {
                input.choices()
                        .forEach(each -> slots.add(new Slot(input, each, question.label() + ": " + each.label())));
            } else {
                slots.add(new Slot(
                        input,
                        null,
                        input.label().isEmpty() ? question.label() : question.label() + ": " + input.label()));
            }
        }
        return slots;
    }

    /** How the hidden cells name it, in every language. */
    String key() {
        return option == null ? input.name() : input.name() + OPTION + option.value();
    }
}
