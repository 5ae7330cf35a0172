package org.randot.commitments.audit;

import org.jspecify.annotations.Nullable;

/**
 * What looking through the whole record found.
 *
 * @param firstBroken number of the first entry that is not as it was written or whose content is not, or of the first that is missing
 * @param head hash of the last entry: who noted an earlier one can ask whether the record still extends it
 * @param unrecorded how many answers and remarks are kept that no entry tells of
 */
public record Verification(
        boolean intact, long entries, @Nullable Long firstBroken, String head, long unrecorded) {}
