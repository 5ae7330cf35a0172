package org.randot.commitments.reference;

/** Tells what would happen if a state took part in another way. Contributed by the module that keeps undertakings. */
public interface ParticipationPreview {
    ParticipationEffect effect(String iso3, Participation participation);
}
