package org.randot.commitments.shared;

import java.util.Locale;

/** The four official languages of the OAS; the constant's name in lower case is its BCP 47 tag. */
public enum Language {
    EN,
    ES,
    PT,
    FR;

    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Locale locale() {
        return Locale.forLanguageTag(tag());
    }

    /** The language of a locale; English for every other. */
    public static Language of(Locale locale) {
        for (Language language : values()) {
            if (language.tag().equals(locale.getLanguage())) {
                return language;
            }
        }
        return EN;
    }
}
