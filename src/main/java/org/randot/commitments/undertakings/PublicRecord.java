package org.randot.commitments.undertakings;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import org.randot.commitments.engine.StageKey;

/** Figures that are public, answered by the module that keeps them. None of them is a submission. */
public interface PublicRecord {
    /** Of one state and stage for one calendar year; figures of several years are none of one. */
    List<Published> of(String state, StageKey stage, int year, Locale reader);

    /** @throws org.randot.commitments.shared.Refusal where there is such a figure and it is not of this year alone */
    void requireOfYear(String figure, int year);

    /**
     * A figure as an answer to the field that asks the same.
     *
     * @param id {@code D20.1}
     * @param field key of the field
     * @param value as the field keeps it; a no-data code where the source says that there is none
     * @param coverage {@code NATIONAL} or {@code PARTIAL}
     * @param caveat what is to be known of it, in the reader's language; may be empty
     */
    record Published(
            String id,
            String field,
            JsonNode value,
            int year,
            String qualifier,
            String coverage,
            String sourceKind,
            String source,
            String address,
            String caveat) {}
}
