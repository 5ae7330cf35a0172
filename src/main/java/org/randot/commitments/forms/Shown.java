package org.randot.commitments.forms;

import java.util.List;

/**
 * The controls of one field.
 *
 * @param shape "control": one control with its label; {@code fieldset}: several under a legend
 * @param more controls in a part to open, under {@code moreLabel}
 */
record Shown(String shape, List<Control> controls, List<Control> more, String moreLabel) {
    static Shown control(Control control) {
        return new Shown("control", List.of(control), List.of(), "");
    }

    static Shown choice(Control control) {
        return new Shown("fieldset", List.of(control), List.of(), "");
    }

    static Shown fieldset(List<Control> controls) {
        return new Shown("fieldset", controls, List.of(), "");
    }

    static Shown nothing(String shape) {
        return new Shown(shape, List.of(), List.of(), "");
    }

    Shown with(List<Control> others, String label) {
        return others.isEmpty() ? this : new Shown(shape, controls, others, label);
    }
}
