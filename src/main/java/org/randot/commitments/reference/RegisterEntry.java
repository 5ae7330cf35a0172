package org.randot.commitments.reference;

import java.util.UUID;

/**
 * An entry of a state's register.
 *
 * @param retired it stands where it was used, and is offered no more
 * @param version for the next change
 */
public record RegisterEntry<D extends Described>(UUID id, D description, boolean retired, int version) {}
