package org.randot.commitments.audit;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.randot.commitments.shared.CanonicalJson;

/**
 * One line of the record.
 *
 * @param number without gaps from 1
 * @param home state of the actor, or an empty text
 * @param concerns state that the act concerns, or an empty text
 * @param payload ids and values of the fact, as canonical JSON
 * @param previous hash of the entry before; zeros for the first
 * @param hash over all the rest
 */
public record AuditEntry(
        long number,
        Instant at,
        UUID actor,
        String username,
        String roles,
        String home,
        String act,
        String subject,
        String concerns,
        String reason,
        String payload,
        String previous,
        String hash) {

    /** The same entry with its hash. */
    AuditEntry sealed() {
        return new AuditEntry(
                number,
                at,
                actor,
                username,
                roles,
                home,
                act,
                subject,
                concerns,
                reason,
                payload,
                previous,
                computed());
    }

    /** SHA-256 over the canonical JSON of everything but the hash itself. */
    String computed() {
        Map<String, String> fields = new TreeMap<>(Map.of(
                "at", at.toString(),
                "actor", actor.toString(),
                "username", username,
                "roles", roles,
                "home", home,
                "act", act,
                "subject", subject,
                "concerns", concerns,
                "reason", reason,
                "previous", previous));
        StringBuilder json = new StringBuilder("{");
        Map<String, String> raw = new TreeMap<>();
        fields.forEach((name, value) -> {
            StringBuilder text = new StringBuilder();
            CanonicalJson.text(value, text);
            raw.put(name, text.toString());
        });
        raw.put("number", Long.toString(number));
        raw.put("payload", payload);
        raw.forEach((name, value) -> json.append(json.length() == 1 ? "\"" : ",\"")
                .append(name)
                .append("\":")
                .append(value));
        return CanonicalJson.sha256(json.append('}').toString());
    }
}
