package org.randot.commitments.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.session.MapSession;
import org.springframework.session.Session;

/** A browser's session as one request sees it: it remembers which attributes were touched, so that only those are written. */
final class StoredSession implements Session {
    private final MapSession values;
    private final Set<String> touched = new HashSet<>();
    private String originalId;
    private boolean isNew;
    /** When the database last heard of an access. */
    private Instant written;

    StoredSession(MapSession values, boolean isNew, Instant written) {
        this.values = values;
        this.originalId = values.getId();
        this.isNew = isNew;
        this.written = written;
        values.setSessionIdGenerator(Secrets::next);
    }

    boolean isNew() {
        return isNew;
    }

    /** A request saves twice, when its answer begins and when it ends: the second time nothing is left to write. */
    void saved(Instant now) {
        originalId = getId();
        isNew = false;
        written = now;
        touched.clear();
    }

    Instant written() {
        return written;
    }

    Set<String> touched() {
        return touched;
    }

    String originalId() {
        return originalId;
    }

    @Override
    public String getId() {
        return values.getId();
    }

    @Override
    public String changeSessionId() {
        return values.changeSessionId();
    }

    @Override
    public <T> @Nullable T getAttribute(String name) {
        return values.getAttribute(name);
    }

    @Override
    public Set<String> getAttributeNames() {
        return values.getAttributeNames();
    }

    @Override
    public void setAttribute(String name, @Nullable Object value) {
        touched.add(name);
        values.setAttribute(name, value);
    }

    @Override
    public void removeAttribute(String name) {
        touched.add(name);
        values.removeAttribute(name);
    }

    @Override
    public Instant getCreationTime() {
        return values.getCreationTime();
    }

    /** The repository alone decides what time it is. */
    @Override
    public void setLastAccessedTime(Instant lastAccessedTime) {}

    void accessed(Instant now) {
        values.setLastAccessedTime(now);
    }

    @Override
    public Instant getLastAccessedTime() {
        return values.getLastAccessedTime();
    }

    @Override
    public void setMaxInactiveInterval(Duration interval) {}

    @Override
    public Duration getMaxInactiveInterval() {
        return values.getMaxInactiveInterval();
    }

    @Override
    public boolean isExpired() {
        return values.isExpired();
    }
}
