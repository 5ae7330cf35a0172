package org.randot.commitments.undertakings;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;

/**
 * What is to stand in a draft.
 *
 * @param version of the draft that was edited; 0 where there was none
 * @param settled the person saves: agencies and laws that are to be kept go into the state's registers now, not while they are typed
 */
public record SaveDraft(UUID task, int version, ObjectNode values, boolean settled) {
    public SaveDraft(UUID task, int version, ObjectNode values) {
        this(task, version, values, false);
    }

    /** The same over another version. */
    public SaveDraft over(int newVersion) {
        return new SaveDraft(task, newVersion, values, settled);
    }
}
