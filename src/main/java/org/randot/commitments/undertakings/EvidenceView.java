package org.randot.commitments.undertakings;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.forms.AttachedDocument;

/**
 * Metadata of a document (domain.md 3.6); its bytes are read apart.
 *
 * @param title by language tag, at least one
 * @param kind EV-LAW, …
 * @param classification PUBLIC, OAS_RESTRICTED or STATE_CONFIDENTIAL
 * @param visibility who besides the state may see it
 * @param submitted it was handed in and stays as it is
 * @param size in bytes
 */
public record EvidenceView(
        UUID id,
        Map<String, String> title,
        String kind,
        String issuingAgency,
        @Nullable LocalDate documentDate,
        String language,
        String classification,
        EvidenceVisibility visibility,
        boolean submitted,
        String fileName,
        String mediaType,
        long size,
        String sha256,
        Instant addedAt) {
    /** As answers name it. */
    AttachedDocument attached() {
        return new AttachedDocument(id.toString(), kind, title, fileName, "/evidence/" + id);
    }

    /** What is said of it. */
    public EvidenceAbout about() {
        return new EvidenceAbout(title, kind, issuingAgency, documentDate, language, classification, visibility);
    }

    /** In the reader's language where there is one, else in another. */
    public String titleIn(Locale reader) {
        String own = title.get(reader.getLanguage());
        return own != null ? own : title.values().stream().findFirst().orElse(fileName);
    }
}
