package org.randot.commitments.undertakings;

import java.util.UUID;
import org.randot.commitments.shared.Fact;

/** What happens to a document of a state, whatever tasks it is attached to. */
public sealed interface EvidenceFact extends Fact {
    UUID evidence();

    @Override
    default String subject() {
        return evidence().toString();
    }

    /** Title, kind, agency, date, language or classification were corrected before it was handed in. */
    record EvidenceDescribed(String state, UUID evidence, EvidenceAbout before, EvidenceAbout after)
            implements EvidenceFact {}

    /** The state chose who besides itself may see it. */
    record EvidenceVisibilitySet(String state, UUID evidence, EvidenceVisibility before, EvidenceVisibility after)
            implements EvidenceFact {}
}
