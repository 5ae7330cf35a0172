package org.randot.commitments.engine;

import org.jspecify.annotations.Nullable;

/** A stage within an undertaking: {@code C1.S2}, or {@code C1.S4:2025} for one year of a yearly stage. */
public record StageKey(String code, @Nullable Integer year) {
    public static StageKey parse(String text) {
        int colon = text.indexOf(':');
        return colon < 0
                ? new StageKey(text, null)
                : new StageKey(text.substring(0, colon), Integer.valueOf(text.substring(colon + 1)));
    }

    @Override
    public String toString() {
        return year == null ? code : code + ":" + year;
    }
}
