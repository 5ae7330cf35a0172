package org.randot.commitments.undertakings.web;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.undertakings.EvidenceAbout;
import org.randot.commitments.undertakings.EvidenceVisibility;
import org.springframework.format.annotation.DateTimeFormat;

/** What the person says about a document; the title in the person's own language. */
public record EvidenceForm(
        @Nullable String title,
        @Nullable String kind,
        @Nullable String issuingAgency,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate documentDate,

        @Nullable String documentLanguage,
        @Nullable String classification,
        @Nullable EvidenceVisibility visibility) {

    static EvidenceForm of(EvidenceAbout about, Locale reader) {
        return new EvidenceForm(
                about.title().get(reader.getLanguage()),
                about.kind(),
                about.issuingAgency(),
                about.documentDate(),
                about.language(),
                about.classification(),
                about.visibility());
    }

    /** @param titles those that it has in other languages */
    EvidenceAbout toAbout(Map<String, String> titles, Locale reader) {
        Map<String, String> all = new TreeMap<>(titles);
        if (!text(title).isBlank()) {
            all.put(reader.getLanguage(), text(title).strip());
        }
        return new EvidenceAbout(
                all,
                text(kind),
                text(issuingAgency),
                documentDate,
                text(documentLanguage),
                text(classification),
                visibility == null ? EvidenceVisibility.REVIEW : visibility);
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
