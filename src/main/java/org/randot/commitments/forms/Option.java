package org.randot.commitments.forms;

import java.util.List;
import java.util.Map;

/**
 * A value to choose, with its text.
 *
 * @param requires the instrument to which the state must be party, empty for none (domain.md 2.3)
 */
record Option(String value, String textKey, String label, String requires, Standing standing) {
    /** Property of a component, followed by the value of the option. */
    static final String REQUIRES = "requires.";

    private static final List<String> NOT_PARTY = List.of("SIGNATORY", "NONE");

    /** Whether a state may choose it; a treaty status that nobody knows counts as party, with a hint to confirm it. */
    enum Standing {
        OPEN,
        UNCONFIRMED,
        CLOSED
    }

    static Option of(String value, String textKey, String label) {
        return new Option(value, textKey, label, "", Standing.OPEN);
    }

    /** The options as they stand for a state whose treaty status expressions see in this scope. */
    static List<Option> within(List<Option> options, Map<String, Object> scope) {
        return options.stream().allMatch(each -> each.requires().isEmpty())
                ? options
                : options.stream().map(each -> each.within(scope)).toList();
    }

    private Option within(Map<String, Object> scope) {
        return requires.isEmpty() ? this : new Option(value, textKey, label, requires, standing(requires, scope));
    }

    /** Of what needs this instrument; what nothing is said of is open. */
    static Standing standing(String instrument, Map<String, Object> scope) {
        Object status = scope.get("treaties") instanceof Map<?, ?> treaties ? treaties.get(instrument) : null;
        if (instrument.isEmpty() || status == null) {
            return Standing.OPEN;
        }
        return NOT_PARTY.contains(status.toString())
                ? Standing.CLOSED
                : status.equals("UNKNOWN") ? Standing.UNCONFIRMED : Standing.OPEN;
    }

    static List<FieldView.Option> offered(List<Option> options, Words words) {
        return options.stream()
                .map(each -> new FieldView.Option(
                        each.value(), each.hinted(words), false, each.standing() == Standing.CLOSED))
                .toList();
    }

    private String hinted(Words words) {
        return standing == Standing.OPEN ? said(words) : words.say("option." + standing, said(words));
    }

    private String said(Words words) {
        return textKey.isEmpty() ? label : words.text(textKey, label);
    }

    static boolean knows(List<Option> options, String value) {
        return options.stream().anyMatch(each -> each.value().equals(value));
    }

    /** Says what is wrong with a choice: none of the options, or one that is closed to the state. */
    static void check(List<Option> options, String value, Place place) {
        if (!knows(options, value)) {
            place.error("CHOICE");
        } else if (options.stream()
                .anyMatch(each -> each.value().equals(value) && each.standing() == Standing.CLOSED)) {
            place.error("NOT_PARTY", said(options, value, place.words()));
        }
    }

    static String said(List<Option> options, String value, Words words) {
        return options.stream()
                .filter(each -> each.value().equals(value))
                .findFirst()
                .map(each -> each.said(words))
                .orElse(value);
    }
}
