package org.randot.commitments.engine;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The engine's lists may be null, and may not be changable. */
final class CopyOf {
    private CopyOf() {}

    static <T> List<T> list(@Nullable List<T> before, T another) {
        List<T> all = before == null ? new ArrayList<>() : new ArrayList<>(before);
        all.add(another);
        return all;
    }
}
