package org.randot.commitments.forms;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a part of a value is called where a message stands beside the whole field. */
final class PartNames {
    private static final Map<String, String> KEYS = Map.ofEntries(
            Map.entry("noData", "noData.reason"),
            Map.entry("explanation", "noData.explanation"),
            Map.entry("amount", "money.amount"),
            Map.entry("currency", "money.currency"),
            Map.entry("year", "money.year"),
            Map.entry("note", "money.note"),
            Map.entry("start", "period.start"),
            Map.entry("end", "period.end"),
            Map.entry("name", "agency.name"),
            Map.entry("kind", "agency.kind"),
            Map.entry("level", "agency.level"),
            Map.entry("contactRole", "agency.contactRole"),
            Map.entry("title", "law.title"),
            Map.entry("number", "law.number"),
            Map.entry("adopted", "law.adopted"),
            Map.entry("inForce", "law.inForce"),
            Map.entry("articles", "law.articles"),
            Map.entry("url", "law.url"),
            Map.entry("ref", "register.ref"),
            Map.entry("en", "language.en"),
            Map.entry("es", "language.es"),
            Map.entry("pt", "language.pt"),
            Map.entry("fr", "language.fr"));

    private PartNames() {}

    static @Nullable String of(String step, Words words) {
        String key = KEYS.get(step);
        return key == null ? null : words.say(key);
    }
}
