package org.randot.commitments.shell;

import org.jspecify.annotations.Nullable;

/** What an error page says: what happened, what was kept, how to go on. */
public record Trouble(
        String title,
        String detail,
        String kept,
        String next,
        @Nullable String reference) {}
