package org.randot.commitments.shared;

import java.util.Locale;

/** A text in the four languages; a missing one (empty string) falls back to English. */
public record Text(String en, String es, String pt, String fr) {
    public static Text of(String en) {
        return new Text(en, "", "", "");
    }

    public String in(Language language) {
        String text = switch (language) {
            case EN -> en;
            case ES -> es;
            case PT -> pt;
            case FR -> fr;
        };
        return text.isEmpty() ? en : text;
    }

    public String in(Locale locale) {
        return in(Language.of(locale));
    }
}
