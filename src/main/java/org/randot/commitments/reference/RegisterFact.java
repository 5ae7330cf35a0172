package org.randot.commitments.reference;

import java.util.UUID;
import org.randot.commitments.shared.Fact;

/** What happens to an entry of a state's register; what it says is the state's own and stands there. */
public sealed interface RegisterFact extends Fact {
    /** {@code agencies} or {@code laws}. */
    String register();

    UUID entry();

    @Override
    default String subject() {
        return state() + "/" + register() + "/" + entry();
    }

    record EntryAdded(String state, String register, UUID entry) implements RegisterFact {}

    /** @param version after it */
    record EntryChanged(String state, String register, UUID entry, int version) implements RegisterFact {}

    record EntryRetired(String state, String register, UUID entry) implements RegisterFact {}

    record EntryRestored(String state, String register, UUID entry) implements RegisterFact {}
}
