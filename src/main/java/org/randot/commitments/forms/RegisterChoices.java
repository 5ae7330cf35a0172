package org.randot.commitments.forms;

import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The entries that the fields of one page offer, sorted once for all of them. */
final class RegisterChoices {
    static final RegisterChoices NONE = new RegisterChoices(RegisterEntries.none(), Words.in(java.util.Locale.ENGLISH));
    private static final int LONGEST = 120;

    private final RegisterEntries entries;
    private final Words words;
    private final Map<RegisterType, List<FieldView.Option>> offered = new HashMap<>();

    RegisterChoices(RegisterEntries entries, Words words) {
        this.entries = entries;
        this.words = words;
    }

    RegisterEntries entries() {
        return entries;
    }

    /** Alphabetical, no two of the same text. */
    List<FieldView.Option> offered(RegisterType type) {
        if (entries.of(type.kind()).isEmpty()) {
            return List.of();
        }
        return offered.computeIfAbsent(type, this::options);
    }

    private List<FieldView.Option> options(RegisterType type) {
        Set<String> labels = new HashSet<>();
        var options = new ArrayList<FieldView.Option>();
        entries.of(type.kind()).stream()
                .filter(each -> !each.retired() && type.suits(each.description()))
                .forEach(each -> options.add(FieldView.Option.of(each.id(), label(type, each, labels))));
        options.sort(Comparator.comparing(FieldView.Option::label, Collator.getInstance(words.locale())));
        return List.copyOf(options);
    }

    private String label(RegisterType type, RegisterEntries.Entry entry, Set<String> labels) {
        String whole = type.label(entry.description(), words);
        String shortened = whole.length() <= LONGEST ? whole : whole.substring(0, LONGEST - 1) + "…";
        String label = shortened;
        for (int number = 2; !labels.add(label); number++) {
            label = shortened + " (" + number + ")";
        }
        return label;
    }
}
