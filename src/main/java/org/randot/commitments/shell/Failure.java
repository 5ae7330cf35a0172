package org.randot.commitments.shell;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * What went wrong, ready to be told to a person or a program; nothing of the inside (security.md 10).
 *
 * @param code stable word of a broken rule; empty where the status says it all
 * @param title what happened, in the reader's language
 * @param detail the particular case, in the reader's language
 * @param details further members of a problem document
 * @param headers that belong to the answer, for example {@code Allow}
 * @param reference number under which the log tells more; null where nothing is wrong on our side
 */
record Failure(
        int status,
        String code,
        String title,
        String detail,
        Map<String, Object> details,
        HttpHeaders headers,
        @Nullable String reference) {}
