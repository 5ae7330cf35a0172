package org.randot.commitments.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Ten thousand tamperings with a record, drawn by a machine: each part of each entry, and each way of taking, adding and re-ordering. */
class ChainWalkTests {
    private static final int ENTRIES = 12;
    private static final int CHANGES = 70;
    private static final SealCheck NO_SEALS = new SealCheck(List.of());

    private final Random random = new Random(7);
    private final List<AuditEntry> written = written(ENTRIES);
    private int tried;

    @Test
    void isIntact_whenNobodyTampered() {
        assertThat(walk(written, written, 0).intact()).isTrue();
        assertThat(walk(List.of(), List.of(), 0).intact()).isTrue();
    }

    @Test
    void findsEveryOne_whenAnyPartOfAnyEntryIsChanged() throws ReflectiveOperationException {
        for (int at = 0; at < ENTRIES; at++) {
            for (RecordComponent part : AuditEntry.class.getRecordComponents()) {
                for (int i = 0; i < CHANGES; i++) {
                    AuditEntry changed = changed(written.get(at), part);
                    int place = at;
                    isFound(part.getName() + " of " + at, tampered -> tampered.set(place, changed));
                }
            }
        }
        assertThat(tried).isGreaterThan(10_000);
    }

    @Test
    void findsEveryOne_whenEntriesAreTakenAddedOrMoved() {
        for (int one = 0; one < ENTRIES; one++) {
            int from = one;
            for (int other = 0; other < ENTRIES; other++) {
                int to = other;
                if (from != to) {
                    isFound("swapped " + from + " " + to, tampered -> Collections.swap(tampered, from, to));
                    isFound("put over " + from + " " + to, tampered -> tampered.set(to, written.get(from)));
                }
                isFound("copied " + from + " " + to, tampered -> tampered.add(to, written.get(from)));
                if (from < to) {
                    isFound(
                            "cut " + from + " " + to,
                            tampered -> tampered.subList(from, to).clear());
                }
            }
            isFound("taken " + from, tampered -> tampered.remove(from));
            isFound(
                    "ended at " + from,
                    tampered -> tampered.subList(from, ENTRIES).clear());
        }
        assertThat(tried).isGreaterThan(400);
    }

    /** Whoever can do everything mends all hashes and the head: then what was noted outside tells. */
    @Test
    void findsEveryOne_whenAllIsHashedAgainButSomebodyNotedTheHead() throws ReflectiveOperationException {
        AuditEntry noted = written.get(ENTRIES - 1);
        for (int at = 0; at < ENTRIES; at++) {
            for (String name : List.of(
                    "at", "actor", "username", "roles", "home", "act", "subject", "concerns", "reason", "payload")) {
                List<AuditEntry> forged = new ArrayList<>(written);
                forged.set(at, changed(written.get(at), part(name)));
                rehash(forged, at);
                assertThat(walk(forged, forged, 0).intact())
                        .as("mended " + name)
                        .isTrue();
                Verification found = walk(forged, forged, noted.number());
                assertThat(found.intact()).as("noted, then %s of %d", name, at).isFalse();
            }
        }
    }

    private void isFound(String what, Consumer<List<AuditEntry>> tampering) {
        List<AuditEntry> tampered = new ArrayList<>(written);
        tampering.accept(tampered);
        Verification found = walk(tampered, written, 0);
        if (found.intact() || found.firstBroken() == null) {
            assertThat(found.intact()).as(what).isFalse();
        }
        tried++;
    }

    private Verification walk(List<AuditEntry> entries, List<AuditEntry> head, long noted) {
        AuditEntry last = head.isEmpty() ? null : head.get(head.size() - 1);
        AuditChain.Head end =
                last == null ? new AuditChain.Head(0, "0".repeat(64)) : new AuditChain.Head(last.number(), last.hash());
        ChainWalk walk = new ChainWalk(end, noted, written.get(ENTRIES - 1).hash());
        entries.forEach(walk::step);
        return walk.result(NO_SEALS);
    }

    private static void rehash(List<AuditEntry> entries, int from) {
        for (int i = from; i < entries.size(); i++) {
            String previous = i == 0 ? "0".repeat(64) : entries.get(i - 1).hash();
            AuditEntry e = entries.get(i);
            entries.set(i, entry(e.number(), e.at(), e.actor(), e, previous).sealed());
        }
    }

    private static List<AuditEntry> written(int size) {
        List<AuditEntry> entries = new ArrayList<>();
        String previous = "0".repeat(64);
        for (int i = 1; i <= size; i++) {
            AuditEntry one = new AuditEntry(
                            i,
                            Instant.parse("2026-01-01T00:00:00Z").plusSeconds(i),
                            new UUID(1, i),
                            "person" + i,
                            "ROLE",
                            i % 2 == 0 ? "" : "ARG",
                            "Act",
                            "subject:" + i,
                            "ARG",
                            i % 3 == 0 ? "why" : "",
                            "{\"n\":" + i + "}",
                            previous,
                            "")
                    .sealed();
            entries.add(one);
            previous = one.hash();
        }
        return entries;
    }

    private static AuditEntry entry(long number, Instant at, UUID actor, AuditEntry rest, String previous) {
        return new AuditEntry(
                number,
                at,
                actor,
                rest.username(),
                rest.roles(),
                rest.home(),
                rest.act(),
                rest.subject(),
                rest.concerns(),
                rest.reason(),
                rest.payload(),
                previous,
                "");
    }

    private static RecordComponent part(String name) {
        for (RecordComponent part : AuditEntry.class.getRecordComponents()) {
            if (part.getName().equals(name)) {
                return part;
            }
        }
        throw new AssertionError(name);
    }

    private AuditEntry changed(AuditEntry entry, RecordComponent part) throws ReflectiveOperationException {
        RecordComponent[] parts = AuditEntry.class.getRecordComponents();
        Class<?>[] types = new Class<?>[parts.length];
        Object[] values = new Object[parts.length];
        for (int i = 0; i < parts.length; i++) {
            types[i] = parts[i].getType();
            Object value = parts[i].getAccessor().invoke(entry);
            values[i] = parts[i].getName().equals(part.getName()) ? other(value) : value;
        }
        return AuditEntry.class.getDeclaredConstructor(types).newInstance(values);
    }

    private Object other(Object value) {
        if (value instanceof Long number) {
            return number + 1 + random.nextInt(1_000_000);
        }
        if (value instanceof Instant at) {
            return at.plusNanos(1000L * (1 + random.nextInt(1_000_000_000)));
        }
        return value instanceof UUID ? new UUID(random.nextLong(), random.nextLong()) : other((String) value);
    }

    private String other(String text) {
        char letter = (char) (' ' + 1 + random.nextInt(90));
        int at = text.isEmpty() ? 0 : random.nextInt(text.length());
        return switch (text.isEmpty() ? 0 : random.nextInt(3)) {
            case 0 -> text.substring(0, at) + letter + text.substring(at);
            case 1 -> text.substring(0, at) + text.substring(at + 1);
            default -> text.substring(0, at) + (char) (text.charAt(at) + 1) + text.substring(at + 1);
        };
    }
}
