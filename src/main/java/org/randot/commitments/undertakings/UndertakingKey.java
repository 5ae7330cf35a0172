package org.randot.commitments.undertakings;

import org.jspecify.annotations.Nullable;

/** Business key {@code RANDOT-V:ARG:C1}; with a year where the undertaking itself is yearly: {@code RANDOT-V:ARG:P3:2025}. */
public record UndertakingKey(
        String cycle,
        String state,
        String commitment,
        @Nullable Integer year) {
    public static UndertakingKey parse(String text) {
        String[] parts = text.split(":", -1);
        if (parts.length < 3 || parts.length > 4) {
            throw new IllegalArgumentException("Not an undertaking key: " + text);
        }
        return new UndertakingKey(parts[0], parts[1], parts[2], parts.length == 4 ? Integer.valueOf(parts[3]) : null);
    }

    @Override
    public String toString() {
        String key = cycle + ":" + state + ":" + commitment;
        return year == null ? key : key + ":" + year;
    }
}
