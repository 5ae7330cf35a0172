package org.randot.commitments.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.randot.commitments.shared.SealedContent;

/** Compares what the modules keep with the hashes that the record holds of it, some hundreds at a time. */
final class SealCheck {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int AT_ONCE = 500;

    private final Map<String, Kind> kinds;

    SealCheck(List<SealedContent> contents) {
        kinds = contents.stream()
                .map(Kind::new)
                .collect(Collectors.toMap(kind -> kind.content.act(), Function.identity()));
    }

    void step(AuditEntry entry) {
        Kind kind = kinds.get(entry.act());
        if (kind != null) {
            kind.step(entry);
        }
    }

    /** Number of the first entry whose content is gone or changed, or 0. */
    long firstBroken() {
        return kinds.values().stream()
                .mapToLong(Kind::firstBroken)
                .filter(number -> number > 0)
                .min()
                .orElse(0);
    }

    /** How much is kept that no entry tells of. */
    long unrecorded() {
        return kinds.values().stream()
                .mapToLong(kind -> Math.max(0, kind.content.count() - kind.told))
                .sum();
    }

    private record Seal(long entry, String sha256) {}

    private static final class Kind {
        private final SealedContent content;
        private final Map<UUID, Seal> waiting = new HashMap<>();
        private long told;
        private long broken;

        Kind(SealedContent content) {
            this.content = content;
        }

        void step(AuditEntry entry) {
            try {
                JsonNode fact = JSON.readTree(entry.payload());
                UUID id = UUID.fromString(fact.path(content.id()).asText());
                waiting.put(id, new Seal(entry.number(), fact.path("sha256").asText()));
                told++;
            } catch (JsonProcessingException | IllegalArgumentException unreadable) {
                found(entry.number());
            }
            if (waiting.size() >= AT_ONCE) {
                compare();
            }
        }

        private void compare() {
            if (!waiting.isEmpty()) {
                Map<UUID, String> now = content.hashes(waiting.keySet());
                waiting.forEach((id, seal) -> {
                    if (!seal.sha256().equals(now.get(id))) {
                        found(seal.entry());
                    }
                });
                waiting.clear();
            }
        }

        private void found(long entry) {
            broken = broken == 0 ? entry : Math.min(broken, entry);
        }

        long firstBroken() {
            compare();
            return broken;
        }
    }
}
