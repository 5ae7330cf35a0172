package org.randot.commitments.undertakings;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A part that was given away.
 *
 * @param to the person's name, or what the coordinator wrote beside the link
 * @param sections what it is made of, in the reader's language; {@code fields} their ids
 * @param note the coordinator's, of the last time it was sent back
 * @param expiresAt of a link, null otherwise
 */
public record DelegationView(
        UUID id,
        String to,
        boolean link,
        List<String> sections,
        List<String> fields,
        DelegationStatus status,
        String note,
        String givenBy,
        Instant givenAt,
        Instant changedAt,
        @Nullable Instant expiresAt) {}
