package org.randot.commitments.forms;

import java.text.Collator;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Countries by their ISO 3166 code of three letters, named in any language. */
final class Countries {
    private static final Map<String, Locale> BY_CODE = byCode();
    private static final Map<Locale, List<FieldView.Option>> LISTS = new ConcurrentHashMap<>();

    private Countries() {}

    private static Map<String, Locale> byCode() {
        var countries = new HashMap<String, Locale>();
        for (String country : Locale.getISOCountries()) {
            Locale locale = new Locale.Builder().setRegion(country).build();
            countries.put(locale.getISO3Country(), locale);
        }
        return countries;
    }

    static boolean knows(String code) {
        return BY_CODE.containsKey(code);
    }

    /** The code of what was typed, a code or a name; what is neither stays as it is. */
    static String code(String typed, Locale reader) {
        String upper = typed.toUpperCase(Locale.ROOT);
        if (BY_CODE.containsKey(upper)) {
            return upper;
        }
        return BY_CODE.entrySet().stream()
                .filter(each -> each.getValue().getDisplayCountry(reader).equalsIgnoreCase(typed))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(typed);
    }

    static String name(String code, Locale reader) {
        Locale country = BY_CODE.get(code);
        return country == null ? code : country.getDisplayCountry(reader);
    }

    static List<FieldView.Option> all(Locale reader) {
        return LISTS.computeIfAbsent(reader, Countries::sorted);
    }

    private static List<FieldView.Option> sorted(Locale reader) {
        Comparator<FieldView.Option> byName =
                Comparator.comparing(FieldView.Option::label, Collator.getInstance(reader));
        return BY_CODE.entrySet().stream()
                .map(each -> FieldView.Option.of(each.getKey(), each.getValue().getDisplayCountry(reader)))
                .sorted(byName)
                .toList();
    }
}
