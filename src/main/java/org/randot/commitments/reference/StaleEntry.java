package org.randot.commitments.reference;

import java.util.Map;
import org.randot.commitments.shared.Detailed;
import org.randot.commitments.shared.Refusal;

/** Somebody else changed the entry meanwhile; what it says now goes along. */
public final class StaleEntry extends Refusal implements Detailed {
    private static final long serialVersionUID = 1L;

    private final transient RegisterEntry<?> current;

    StaleEntry(RegisterEntry<?> current) {
        super(Kind.CONFLICT, "reference.refusal.staleEntry");
        this.current = current;
    }

    @Override
    public Map<String, Object> details() {
        return Map.of("current", current);
    }
}
