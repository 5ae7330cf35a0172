package org.randot.commitments.reference;

/**
 * What a change of participation would do to the undertakings of a state.
 *
 * @param starting new ones
 * @param goingOn cancelled ones that go on where they stood
 * @param ending those that are cancelled and stay readable
 */
public record ParticipationEffect(long starting, long goingOn, long ending) {}
