package org.randot.commitments.undertakings;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A document to be attached to a task.
 *
 * @param title by language tag; empty = the file's name
 * @param kind EV-LAW, …
 * @param language tag of the document's language, or empty
 */
public record AddEvidence(
        UUID task,
        String fileName,
        Map<String, String> title,
        String kind,
        String issuingAgency,
        @Nullable LocalDate documentDate,
        String language,
        String classification) {
    public static final Set<String> CLASSIFICATIONS = Set.of("PUBLIC", "OAS_RESTRICTED", "STATE_CONFIDENTIAL");
    /** Never public by default. */
    public static final String DEFAULT_CLASSIFICATION = "OAS_RESTRICTED";

    private static final int LONGEST = 300;

    public AddEvidence {
        fileName = clean(fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1));
        issuingAgency = clean(issuingAgency);
        title = Map.copyOf(title);
        classification = CLASSIFICATIONS.contains(classification) ? classification : DEFAULT_CLASSIFICATION;
        language = language.matches("[a-z]{2,3}") ? language : "";
    }

    private static String clean(String text) {
        String plain = text.replaceAll("[\\p{Cntrl}\\p{Cf}]", "").strip();
        return plain.length() > LONGEST ? plain.substring(plain.length() - LONGEST) : plain;
    }
}
