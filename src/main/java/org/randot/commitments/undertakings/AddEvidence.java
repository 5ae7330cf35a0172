package org.randot.commitments.undertakings;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A document to be attached to a task. */
public record AddEvidence(UUID task, String fileName, EvidenceAbout about) {
    public AddEvidence {
        fileName = EvidenceAbout.clean(
                fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1));
    }

    /** Seen by nobody but the state and those who review. */
    public AddEvidence(
            UUID task,
            String fileName,
            Map<String, String> title,
            String kind,
            String issuingAgency,
            @Nullable LocalDate documentDate,
            String language,
            String classification) {
        this(
                task,
                fileName,
                new EvidenceAbout(
                        title, kind, issuingAgency, documentDate, language, classification, EvidenceVisibility.REVIEW));
    }
}
