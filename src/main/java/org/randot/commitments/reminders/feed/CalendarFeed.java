package org.randot.commitments.reminders.feed;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.randot.commitments.identity.Actor;
import org.randot.commitments.identity.CurrentActor;
import org.randot.commitments.identity.People;
import org.randot.commitments.shared.Absent;
import org.randot.commitments.shared.ModuleApi;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One secret, revocable address per person: 256 random bits, shown once, kept as their SHA-256. Whoever knows it reads the person's due dates, nothing else. */
@ModuleApi
public class CalendarFeed {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    private final JdbcClient jdbc;
    private final People people;
    private final CurrentActor actors;
    private final DueDateCalendar calendar;
    private final Clock clock;

    CalendarFeed(JdbcClient jdbc, People people, CurrentActor actors, DueDateCalendar calendar, Clock clock) {
        this.jdbc = jdbc;
        this.people = people;
        this.actors = actors;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** The actor's address, in the place of an earlier one. @return the secret, which nobody can be shown again */
    public String make() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        jdbc.sql("insert into calendar_address (person, hash, created_at) values (:me, :hash, :now)"
                        + " on conflict (person) do update set hash = excluded.hash, created_at = excluded.created_at")
                .param("me", actors.get().id())
                .param("hash", hash(secret))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return secret;
    }

    /** Since when the actor has one. */
    public Optional<Instant> since() {
        return jdbc.sql("select created_at from calendar_address where person = :me")
                .param("me", actors.get().id())
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    public void revoke() {
        jdbc.sql("delete from calendar_address where person = :me")
                .param("me", actors.get().id())
                .update();
    }

    /**
     * The person's due dates as iCalendar (RFC 5545), in the person's language and with the rights of now.
     *
     * @throws Absent for an unknown or revoked secret, and for a person who has left
     */
    public String read(String secret) {
        Actor person = jdbc.sql("select person from calendar_address where hash = :hash")
                .param("hash", hash(secret))
                .query(UUID.class)
                .optional()
                .flatMap(people::byId)
                .orElseThrow(Absent::new);
        return actors.callAs(person, () -> calendar.of(person));
    }

    private static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
