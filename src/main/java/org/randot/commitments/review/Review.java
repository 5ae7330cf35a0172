package org.randot.commitments.review;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.engine.StageKey;
import org.randot.commitments.undertakings.UndertakingKey;

/** One look at one submission: the completeness check, the milestone, or the request to settle a stage as not applicable; or at a request for more time. */
@Entity
@Table(name = "review")
class Review {
    @Id
    private UUID id;

    @Version
    private int version;

    @Enumerated(EnumType.STRING)
    private ReviewKind kind;

    private String undertaking;

    /** Columns by which the database and the queue select; the aggregate itself asks the key. */
    @SuppressWarnings("unused")
    private String state;

    @SuppressWarnings("unused")
    private String commitment;

    private String stage;
    private @Nullable String engineTask;
    private @Nullable UUID extension;

    @Column(name = "extended_until")
    private @Nullable LocalDate until;

    @Enumerated(EnumType.STRING)
    private ReviewStatus status;

    private UUID submittedBy;
    private Instant submittedAt;
    private String submissions;
    private String reason;
    private LocalDate dueDate;
    private @Nullable Instant closedAt;
    private @Nullable UUID decidedBy;

    @Enumerated(EnumType.STRING)
    private @Nullable Decision decision;

    @Column(name = "decision_text")
    private @Nullable String text;

    /** What a review is about: who handed in what, when. */
    record Subject(
            UndertakingKey undertaking,
            StageKey stage,
            UUID submittedBy,
            Instant submittedAt,
            String submissions,
            String reason) {}

    @SuppressWarnings("NullAway.Init")
    protected Review() {}

    /** More time, until when. */
    record MoreTime(UUID extension, LocalDate until) {}

    Review(UUID id, Subject subject, MoreTime asked, LocalDate dueDate) {
        this(id, ReviewKind.EXTENSION, subject, (String) null, dueDate);
        this.extension = asked.extension();
        this.until = asked.until();
    }

    Review(UUID id, ReviewKind kind, Subject subject, @Nullable String engineTask, LocalDate dueDate) {
        this.id = id;
        this.kind = kind;
        this.undertaking = subject.undertaking().toString();
        this.state = subject.undertaking().state();
        this.commitment = subject.undertaking().commitment();
        this.stage = subject.stage().toString();
        this.engineTask = engineTask;
        this.status = ReviewStatus.OPEN;
        this.submittedBy = subject.submittedBy();
        this.submittedAt = subject.submittedAt();
        this.submissions = subject.submissions();
        this.reason = subject.reason();
        this.dueDate = dueDate;
    }

    void decide(Decision taken, String words, UUID by, Instant now) {
        close(ReviewStatus.DECIDED, now);
        decision = taken;
        text = words;
        decidedBy = by;
    }

    void lapse(Instant now) {
        close(ReviewStatus.LAPSED, now);
    }

    void withdraw(Instant now) {
        close(ReviewStatus.WITHDRAWN, now);
    }

    /** Withdrawn then or later. */
    boolean wasOpenAt(Instant instant) {
        Instant closed = closedAt;
        return closed == null || !closed.isBefore(instant);
    }

    /** It was withdrawn with its undertaking, which goes on. */
    void reopen() {
        status = ReviewStatus.OPEN;
        closedAt = null;
    }

    private void close(ReviewStatus end, Instant now) {
        if (status != ReviewStatus.OPEN) {
            throw new ReviewRefusal.Stale(version, status);
        }
        status = end;
        closedAt = now;
    }

    boolean isOpen() {
        return status == ReviewStatus.OPEN;
    }

    UUID id() {
        return id;
    }

    int version() {
        return version;
    }

    ReviewKind kind() {
        return kind;
    }

    ReviewStatus status() {
        return status;
    }

    UndertakingKey undertaking() {
        return UndertakingKey.parse(undertaking);
    }

    StageKey stage() {
        return StageKey.parse(stage);
    }

    /** The engine's task that waits for it. */
    String engineTask() {
        return Objects.requireNonNull(engineTask);
    }

    /** The request for more time that it decides. */
    UUID extension() {
        return Objects.requireNonNull(extension);
    }

    @Nullable
    LocalDate until() {
        return until;
    }

    /** Its time stood still for so many days. */
    void postpone(int days) {
        dueDate = dueDate.plusDays(days);
    }

    /** Others decide it, from now on. */
    void fallDue(LocalDate day) {
        dueDate = day;
    }

    UUID submittedBy() {
        return submittedBy;
    }

    Instant submittedAt() {
        return submittedAt;
    }

    String submissions() {
        return submissions;
    }

    String reason() {
        return reason;
    }

    LocalDate dueDate() {
        return dueDate;
    }

    @Nullable
    Instant closedAt() {
        return closedAt;
    }

    @Nullable
    UUID decidedBy() {
        return decidedBy;
    }

    @Nullable
    Decision decision() {
        return decision;
    }

    String text() {
        String words = text;
        return words == null ? "" : words;
    }
}
