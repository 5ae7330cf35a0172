package org.randot.commitments.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Builds one control of a page. */
final class Control {
    final String kind;
    final At at;
    final String label;
    final String value;
    private List<FieldView.Option> options = List.of();
    private String language = "";
    private int limit;
    private String inputMode = "";
    private String list = "";
    private boolean required;

    Control(String kind, At at, String label, String value) {
        this.kind = kind;
        this.at = at;
        this.label = label;
        this.value = value;
    }

    /** A choice; what is chosen but not offered is offered too, so that it is not lost. */
    static Control choice(String kind, At at, String label, List<FieldView.Option> offered, List<String> chosen) {
        var options = new ArrayList<FieldView.Option>();
        for (FieldView.Option each : offered) {
            options.add(
                    new FieldView.Option(each.value(), each.label(), chosen.contains(each.value()), each.disabled()));
        }
        for (String each : chosen) {
            if (offered.stream().noneMatch(option -> option.value().equals(each))) {
                options.add(new FieldView.Option(each, each, true, false));
            }
        }
        var control = new Control(kind, at, label, chosen.isEmpty() ? "" : chosen.get(0));
        control.options = List.copyOf(options);
        return control;
    }

    /** The same under another label. */
    Control called(String newLabel) {
        var control = new Control(kind, at, newLabel, value);
        control.options = options;
        return control.in(language).limit(limit).inputMode(inputMode).list(list).required(required);
    }

    Control in(String newLanguage) {
        language = newLanguage;
        return this;
    }

    Control limit(int newLimit) {
        limit = newLimit;
        return this;
    }

    Control inputMode(String newInputMode) {
        inputMode = newInputMode;
        return this;
    }

    Control list(String newList) {
        list = newList;
        return this;
    }

    Control required(boolean newRequired) {
        required = newRequired;
        return this;
    }

    FieldView.Control view(boolean fieldRequired, boolean invalid, String describedBy, boolean rerender) {
        return new FieldView.Control(
                kind,
                at.name(),
                at.id(),
                at.pointer(),
                label,
                value,
                options,
                language,
                limit,
                inputMode,
                list,
                required || fieldRequired,
                invalid,
                describedBy,
                rerender);
    }

    /** What a browser would post of it. */
    List<FieldView.Kept> kept() {
        var kept = new ArrayList<FieldView.Kept>();
        if (Set.of("select", "radio", "checks").contains(kind)) {
            options.stream()
                    .filter(FieldView.Option::selected)
                    .forEach(each -> kept.add(new FieldView.Kept(at.name(), each.value())));
        } else if (!value.isEmpty()) {
            kept.add(new FieldView.Kept(at.name(), value));
        }
        return kept;
    }
}
