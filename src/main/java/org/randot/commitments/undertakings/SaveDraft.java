package org.randot.commitments.undertakings;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is to stand in a draft.
 *
 * @param version of the draft that was edited; 0 where there was none
 * @param settled the person saves: agencies and laws that are to be kept go into the state's registers now, not while they are typed
 * @param page the opened page that sends it: the one that saved last knows what stands there, even when its answer got lost on the way;
 *     null for programs, which know their version
 */
public record SaveDraft(
        UUID task,
        int version,
        ObjectNode values,
        boolean settled,
        @Nullable UUID page) {
    public SaveDraft(UUID task, int version, ObjectNode values, boolean settled) {
        this(task, version, values, settled, null);
    }

    public SaveDraft(UUID task, int version, ObjectNode values) {
        this(task, version, values, false);
    }

    /** The version over which this is saved, given what stands there and which page of the same person saved it. */
    int over(int standing, @Nullable UUID savedPage) {
        return page != null && page.equals(savedPage) ? standing : version;
    }
}
