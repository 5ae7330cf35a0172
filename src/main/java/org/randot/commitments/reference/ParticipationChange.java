package org.randot.commitments.reference;

import java.time.LocalDate;
import org.randot.commitments.shared.Text;

/**
 * How a state takes part from a day on (domain.md 2.2).
 *
 * @param reason in the four languages
 * @param source the document it rests on
 */
public record ParticipationChange(
        String iso3, Participation participation, LocalDate effectiveOn, Text reason, String source) {}
