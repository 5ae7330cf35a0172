package org.randot.commitments.forms;

import java.util.Locale;
import java.util.Optional;

/** Words of a form in one language: the package's messages over the English of the form itself. */
public interface FormTexts {
    Locale locale();

    /** @param key for example {@code baseline.recovered.label} */
    Optional<String> text(String key);

    /** English only: what stands in the form. */
    static FormTexts english() {
        return new FormTexts() {
            @Override
            public Locale locale() {
                return Locale.ENGLISH;
            }

            @Override
            public Optional<String> text(String key) {
                return Optional.empty();
            }
        };
    }
}
