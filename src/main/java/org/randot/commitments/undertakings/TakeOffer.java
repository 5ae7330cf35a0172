package org.randot.commitments.undertakings;

import java.util.UUID;

/**
 * A coordinator takes what is offered into the draft.
 *
 * @param version of the draft that the person sees
 */
public record TakeOffer(UUID task, String offer, int version) {}
