package org.randot.commitments.reference;

import org.randot.commitments.shared.Fact;

/** The day has come from which a state takes part in another way. */
public record ParticipationFact(String iso3, Participation participation, String reason) implements Fact {
    @Override
    public String subject() {
        return iso3;
    }

    @Override
    public String state() {
        return iso3;
    }

    @Override
    public String act() {
        return "PARTICIPATION_CHANGED";
    }
}
