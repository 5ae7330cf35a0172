package org.randot.commitments.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.MapSession;
import org.springframework.session.SessionRepository;
import org.springframework.stereotype.Component;

/**
 * Sessions in PostgreSQL, shared by all nodes, found by the hash of their id. An ordinary request needs no statement: a session is kept
 * for three seconds, and an access is written once a minute. They end after 30 minutes without use and after 12 hours in any case.
 */
@Component
class StoredSessions implements SessionRepository<StoredSession> {
    static final Duration IDLE = Duration.ofMinutes(30);
    static final Duration LONGEST = Duration.ofHours(12);
    private static final Duration REMEMBERED = Duration.ofHours(24);
    private static final Duration KEPT = Duration.ofSeconds(3);
    private static final Duration WRITE_EVERY = Duration.ofSeconds(60);

    /** A session as the database knew it at {@code written}. */
    private record Snapshot(Instant created, Instant lastAccess, Instant written, Map<String, Object> attributes) {}

    private final JdbcClient jdbc;
    private final MachineTime time;
    private final Cache<ByteBuffer, Snapshot> kept =
            Caffeine.newBuilder().expireAfterWrite(KEPT).maximumSize(20_000).build();

    StoredSessions(JdbcClient jdbc, MachineTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    @Override
    public StoredSession createSession() {
        Instant now = time.now();
        MapSession values = new MapSession(Secrets.next());
        values.setCreationTime(now);
        values.setLastAccessedTime(now);
        values.setMaxInactiveInterval(IDLE);
        return new StoredSession(values, true, now);
    }

    @Override
    public @Nullable StoredSession findById(String id) {
        byte[] hash = Secrets.hash(id);
        Instant now = time.now();
        Snapshot snapshot = kept.getIfPresent(ByteBuffer.wrap(hash));
        if (snapshot == null) {
            snapshot = load(hash).orElse(null);
            if (snapshot != null) {
                kept.put(ByteBuffer.wrap(hash), snapshot);
            }
        }
        if (snapshot == null || isOver(snapshot, now)) {
            return null;
        }
        MapSession values = new MapSession(id);
        values.setCreationTime(snapshot.created());
        values.setMaxInactiveInterval(IDLE);
        snapshot.attributes().forEach(values::setAttribute);
        StoredSession session = new StoredSession(values, false, snapshot.written());
        session.accessed(now);
        return session;
    }

    @Override
    public void save(StoredSession session) {
        Instant now = time.now();
        boolean moved = !session.originalId().equals(session.getId());
        boolean due = session.written().plus(WRITE_EVERY).isBefore(now);
        if (!session.isNew() && !moved && !due && session.touched().isEmpty()) {
            return;
        }
        kept.invalidate(ByteBuffer.wrap(Secrets.hash(session.originalId())));
        boolean alive = session.isNew() ? insert(session) : update(session, now);
        if (alive) {
            kept.put(
                    ByteBuffer.wrap(Secrets.hash(session.getId())),
                    new Snapshot(session.getCreationTime(), now, now, attributes(session)));
        }
        session.saved(now);
    }

    /** Ended, not removed: for a day it is still known whose it was, so that a text sent too late can be given back. */
    @Override
    public void deleteById(String id) {
        end(Secrets.hash(id));
    }

    void end(byte[] hash) {
        kept.invalidate(ByteBuffer.wrap(hash));
        jdbc.sql("update web_session set ended = :now, attributes = '{}' where id = :id and ended is null")
                .param("now", at(time.now()))
                .param("id", hash)
                .update();
    }

    /** Whose session this is or was, within the last day. */
    Optional<UUID> lastPerson(String id) {
        return jdbc.sql("select account from web_session where id = ? and account is not null and last_access > ?")
                .param(Secrets.hash(id))
                .param(at(time.now().minus(REMEMBERED)))
                .query(UUID.class)
                .optional();
    }

    void forgetOld() {
        jdbc.sql("delete from web_session where last_access < ?")
                .param(at(time.now().minus(REMEMBERED)))
                .update();
    }

    private static boolean isOver(Snapshot snapshot, Instant now) {
        return snapshot.lastAccess().plus(IDLE).isBefore(now)
                || snapshot.created().plus(LONGEST).isBefore(now);
    }

    private Optional<Snapshot> load(byte[] hash) {
        return jdbc.sql("select created, last_access, attributes from web_session where id = ? and ended is null")
                .param(hash)
                .query(StoredSessions::snapshot)
                .optional();
    }

    private static Snapshot snapshot(ResultSet row, int number) throws SQLException {
        Instant lastAccess = row.getTimestamp("last_access").toInstant();
        return new Snapshot(
                row.getTimestamp("created").toInstant(),
                lastAccess,
                lastAccess,
                SessionAttributes.read(row.getString("attributes")));
    }

    private boolean insert(StoredSession session) {
        Map<String, Object> attributes = attributes(session);
        return jdbc.sql("insert into web_session (id, account, stamp, created, last_access, attributes)"
                                + " values (:id, :account, :stamp, :created, :access, cast(:attributes as jsonb))"
                                + " on conflict (id) do nothing")
                        .param("id", Secrets.hash(session.getId()))
                        .param("account", attributes.get(Sessions.PERSON))
                        .param("stamp", attributes.getOrDefault(Sessions.STAMP, 0))
                        .param("created", at(session.getCreationTime()))
                        .param("access", at(session.getLastAccessedTime()))
                        .param("attributes", SessionAttributes.write(attributes))
                        .update()
                == 1;
    }

    /** False when the session has ended meanwhile. Only touched attributes are written, so that two requests of one person do not undo each other. */
    private boolean update(StoredSession session, Instant now) {
        Map<String, Object> attributes = attributes(session);
        Map<String, Object> changed = new HashMap<>(attributes);
        changed.keySet().retainAll(session.touched());
        String[] removed = session.touched().stream()
                .filter(name -> !attributes.containsKey(name))
                .toArray(String[]::new);
        return jdbc.sql("update web_session set id = :new, last_access = :now, account = :account, stamp = :stamp,"
                                + " attributes = (attributes - cast(:removed as text[])) || cast(:changed as jsonb)"
                                + " where id = :old and ended is null")
                        .param("new", Secrets.hash(session.getId()))
                        .param("now", at(now))
                        .param("account", attributes.get(Sessions.PERSON))
                        .param("stamp", attributes.getOrDefault(Sessions.STAMP, 0))
                        .param("removed", removed)
                        .param("changed", SessionAttributes.write(changed))
                        .param("old", Secrets.hash(session.originalId()))
                        .update()
                == 1;
    }

    private static Map<String, Object> attributes(StoredSession session) {
        Map<String, Object> attributes = new HashMap<>();
        for (String name : session.getAttributeNames()) {
            Object value = session.getAttribute(name);
            if (value != null) {
                attributes.put(name, value);
            }
        }
        return Map.copyOf(attributes);
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
