package org.randot.commitments.undertakings;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is said of a document (domain.md 3.6).
 *
 * @param title by language tag; empty = the file's name
 * @param kind EV-LAW, …
 * @param language tag of the document's language, or empty
 * @param classification PUBLIC, OAS_RESTRICTED or STATE_CONFIDENTIAL; anything else is the default
 */
public record EvidenceAbout(
        Map<String, String> title,
        String kind,
        String issuingAgency,
        @Nullable LocalDate documentDate,
        String language,
        String classification,
        EvidenceVisibility visibility) {
    public static final Set<String> CLASSIFICATIONS = Set.of("PUBLIC", "OAS_RESTRICTED", "STATE_CONFIDENTIAL");
    /** Never public by default. */
    public static final String DEFAULT_CLASSIFICATION = "OAS_RESTRICTED";

    private static final int LONGEST = 300;

    public EvidenceAbout {
        issuingAgency = clean(issuingAgency);
        title = Map.copyOf(title);
        classification = CLASSIFICATIONS.contains(classification) ? classification : DEFAULT_CLASSIFICATION;
        language = language.matches("[a-z]{2,3}") ? language : "";
    }

    static String clean(String text) {
        String plain = text.replaceAll("[\\p{Cntrl}\\p{Cf}]", "").strip();
        return plain.length() > LONGEST ? plain.substring(plain.length() - LONGEST) : plain;
    }

    /** @throws EvidenceRefused for a kind that is none, or a document that is to be public and is not classified so */
    void require() {
        if (EvidenceKind.of(kind).isEmpty()) {
            throw new EvidenceKindMissing();
        }
        if (visibility == EvidenceVisibility.PUBLIC && !classification.equals("PUBLIC")) {
            throw EvidenceRefused.notPublic();
        }
    }

    /** The same, to be seen by others. */
    EvidenceAbout seenBy(EvidenceVisibility others) {
        return new EvidenceAbout(title, kind, issuingAgency, documentDate, language, classification, others);
    }
}
