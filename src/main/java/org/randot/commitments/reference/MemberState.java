package org.randot.commitments.reference;

import java.time.ZoneId;
import org.randot.commitments.shared.Language;
import org.randot.commitments.shared.Text;

/** An OAS member state (domain.md 2.1). {@code subregion} is N, M, K or S; {@code iso3} is its key everywhere. */
public record MemberState(
        String iso3,
        String iso2,
        Text name,
        String subregion,
        Language language,
        ZoneId zone,
        Participation participation) {}
