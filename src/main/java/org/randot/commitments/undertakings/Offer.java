package org.randot.commitments.undertakings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.forms.Form;

/**
 * Something that is known already, beside the field that asks for it. Never an answer by itself: the coordinator takes it, or does not.
 *
 * @param id stays the same while there is the offer
 * @param field JSON pointer of the field, {@code /submitted}
 * @param year of which it is, null where it is of none
 * @param source where it comes from, in the reader's language
 * @param address of a public source, else empty
 * @param caveat what is to be known of it; may be empty
 * @param submitted whether the state handed it in; public figures are no submissions
 * @param takeable whether the reader may take it now
 * @param inUse whether the answer is the same
 * @param taken who took it and when, null when nobody did
 */
public record Offer(
        String id,
        String field,
        Origin origin,
        JsonNode value,
        @Nullable Integer year,
        String source,
        String address,
        String caveat,
        boolean submitted,
        boolean takeable,
        boolean inUse,
        @Nullable Taken taken) {

    /** Where it comes from. */
    public enum Origin {
        /** The same form of the year before. */
        YEAR_BEFORE,
        /** The same question in another stage of the commitment. */
        OTHER_STAGE,
        /** A public figure of the year that is asked for. */
        PUBLIC_FIGURE,
        /** A public figure of the year before, to compare with; never an answer. */
        FIGURE_BEFORE,
        /** What stood in the draft before an offer was taken. */
        REPLACED
    }

    /** That somebody took it. */
    public record Taken(String by, Instant at) {}

    String key() {
        return field.substring(1);
    }

    /** As a draft holds it: what is named by its entry in a register by that alone. */
    Offer inDraft(Form form) {
        ObjectNode alone = Sql.emptyObject().set(key(), value);
        return new Offer(
                id,
                field,
                origin,
                form.forDraft(alone).path(key()),
                year,
                source,
                address,
                caveat,
                submitted,
                takeable,
                inUse,
                taken);
    }

    Offer standing(boolean mayTake, boolean isInUse, @Nullable Taken by) {
        return new Offer(
                id,
                field,
                origin,
                value,
                year,
                source,
                address,
                caveat,
                submitted,
                mayTake && !isInUse && origin != Origin.FIGURE_BEFORE,
                isInUse,
                by);
    }
}
