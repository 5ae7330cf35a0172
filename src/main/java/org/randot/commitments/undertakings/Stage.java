package org.randot.commitments.undertakings;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.engine.StageKey;

/** A stage of an undertaking, or one year of a yearly stage, and its life (domain.md 3.3). */
final class Stage implements Cloneable {
    /** Stands for the chair's decision to have a stage corrected. */
    static final String REOPENED = "REOPEN";

    final UUID id;
    final UUID undertakingId;
    final UndertakingKey undertaking;
    final StageKey key;
    final int position;
    /** Of the row as read or last saved. */
    int version;

    StageStatus status = StageStatus.NOT_STARTED;
    /** What it becomes when the coordinator takes a submission back. */
    StageStatus openAs = StageStatus.OPEN;

    @Nullable
    LocalDate dueDate;
    /** The date was given by a return or an extension: it does not move with the meeting. */
    boolean dueGranted;

    @Nullable
    LocalDate openedOn;

    @Nullable
    Instant settledAt;

    @Nullable
    String decision;

    @Nullable
    String decisionText;

    int returns;
    /** How often it was given back, for whatever reason; marks belong to a round. */
    int round;

    /** How long the undertaking was suspended while it was open. */
    int pausedDays;
    /** Runs in a process of its own: it was reopened, or its year came late. */
    boolean beside;
    /** Its reporting year left the cycle: it stays as data and does not count. */
    boolean dropped;

    boolean everSubmitted;

    /** When it was first handed in and not taken back. */
    @Nullable
    LocalDate submittedOn;

    boolean lessThanHalf;
    boolean openedByReviewer;

    @Nullable
    String notApplicableReason;

    /** Another one that may be changed and not saved. */
    Stage copy() {
        try {
            return (Stage) super.clone();
        } catch (CloneNotSupportedException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    Stage(UUID id, UUID undertakingId, UndertakingKey undertaking, StageKey key, int position, int version) {
        this.id = id;
        this.undertakingId = undertakingId;
        this.undertaking = undertaking;
        this.key = key;
        this.position = position;
        this.version = version;
    }

    void open(LocalDate today, @Nullable LocalDate due) {
        status = StageStatus.OPEN;
        openAs = StageStatus.OPEN;
        openedOn = today;
        dueDate = due;
        lessThanHalf = true;
    }

    void handIn(LocalDate today) {
        status = StageStatus.SUBMITTED;
        submittedOn = everSubmitted ? submittedOn : today;
        everSubmitted = true;
        lessThanHalf = false;
        openedByReviewer = false;
    }

    /** @throws AlreadyUnderReview when a reviewer opened it, or it does not wait for one */
    void recall(boolean submittedBefore) {
        if (openedByReviewer || status.isWithCoordinator() || status.isSettled() || status == StageStatus.NOT_STARTED) {
            throw new AlreadyUnderReview();
        }
        status = openAs;
        everSubmitted = submittedBefore;
        submittedOn = submittedBefore ? submittedOn : null;
        notApplicableReason = null;
    }

    void giveBack(StageStatus as, @Nullable LocalDate due) {
        status = as;
        openAs = as;
        dueDate = due;
        dueGranted = true;
        round++;
        openedByReviewer = false;
        notApplicableReason = null;
    }

    /** Approved, and now to be corrected. The day of its approval stays that on which later stages hang. */
    void reopen(@Nullable LocalDate due, String reason) {
        giveBack(StageStatus.RETURNED, due);
        decision = REOPENED;
        decisionText = reason;
        beside = true;
    }

    void settle(StageStatus as, Instant now) {
        status = as;
        settledAt = beside && settledAt != null ? settledAt : now;
        lessThanHalf = false;
    }
}
