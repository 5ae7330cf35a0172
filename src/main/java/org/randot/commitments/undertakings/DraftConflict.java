package org.randot.commitments.undertakings;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.randot.commitments.shared.Detailed;
import org.randot.commitments.shared.Refusal;

/** Somebody else saved the draft meanwhile; what stands there now goes along, so that nothing is lost. */
public final class DraftConflict extends Refusal implements Detailed {
    private static final long serialVersionUID = 1L;
    private final transient Current current;

    /** What stands in the draft now. */
    public record Current(int version, ObjectNode values, UUID savedById, String savedBy, Instant savedAt) {}

    public DraftConflict(Current current) {
        super(Kind.CONFLICT, "undertakings.refusal.draftConflict", current.savedBy());
        this.current = current;
    }

    public Current current() {
        return current;
    }

    @Override
    public Map<String, Object> details() {
        return Map.of("current", current);
    }
}
