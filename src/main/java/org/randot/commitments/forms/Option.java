package org.randot.commitments.forms;

import java.util.List;

/** A value to choose, with its text. */
record Option(String value, String textKey, String label) {
    static List<FieldView.Option> offered(List<Option> options, Words words) {
        return options.stream()
                .map(each -> new FieldView.Option(each.value(), words.text(each.textKey(), each.label()), false))
                .toList();
    }

    static boolean knows(List<Option> options, String value) {
        return options.stream().anyMatch(each -> each.value().equals(value));
    }

    static String said(List<Option> options, String value, Words words) {
        return options.stream()
                .filter(each -> each.value().equals(value))
                .findFirst()
                .map(each -> words.text(each.textKey(), each.label()))
                .orElse(value);
    }
}
