package org.randot.commitments.reference;

/**
 * A change of participation as it stands in the history.
 *
 * @param carriedOut its day has come
 */
public record NotedParticipation(ParticipationChange change, String changedBy, boolean carriedOut) {}
