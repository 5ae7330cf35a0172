package org.randot.commitments.shared;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/**
 * What a module keeps in tables of its own and told the record only the hash of: a fact with {@code sha256} and an id. Who verifies
 * the record asks whether it is still what it was.
 */
public interface SealedContent {
    /** The act of the facts. */
    String act();

    /** Which value of the fact is the id. */
    String id();

    /** The hashes of what is kept now; those that are gone are left out. */
    Map<UUID, String> hashes(Collection<UUID> ids);

    /** How much is kept now. */
    long count();
}
