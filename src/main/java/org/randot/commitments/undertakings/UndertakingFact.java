package org.randot.commitments.undertakings;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.engine.StageKey;
import org.randot.commitments.shared.Fact;

/** What happens to an undertaking. Every record means that its view may have changed. */
public sealed interface UndertakingFact extends Fact {
    UndertakingKey undertaking();

    @Override
    default String subject() {
        return undertaking().toString();
    }

    @Override
    default String state() {
        return undertaking().state();
    }

    /** @param run the launch that asked for it; who asked is told by {@link LaunchRequested} */
    record Launched(UndertakingKey undertaking, UUID id, UUID run) implements UndertakingFact {}

    record StageOpened(
            UndertakingKey undertaking,
            StageKey stage,
            @Nullable LocalDate dueDate) implements UndertakingFact {}

    /** A draft crossed the mark of half of its required fields; other saves of drafts are no fact. */
    record HalfFilled(UndertakingKey undertaking, StageKey stage, boolean lessThanHalf) implements UndertakingFact {}

    /** @param sha256 of what was handed in, as canonical JSON */
    record TaskSubmitted(
            UndertakingKey undertaking, StageKey stage, UUID task, UUID submission, int version, String sha256)
            implements UndertakingFact {}

    /** All tasks of the stage are submitted, or non-applicability is requested: it now waits for the CHS. */
    record StageSubmitted(UndertakingKey undertaking, StageKey stage, boolean asNotApplicable)
            implements UndertakingFact {}

    record Recalled(UndertakingKey undertaking, StageKey stage) implements UndertakingFact {}

    record UnderReview(UndertakingKey undertaking, StageKey stage, StageStatus status) implements UndertakingFact {}

    record StageReturned(
            UndertakingKey undertaking,
            StageKey stage,
            @Nullable LocalDate dueDate) implements UndertakingFact {}

    record StageSettled(UndertakingKey undertaking, StageKey stage, StageStatus status) implements UndertakingFact {}

    /** @param calendar version of the cycle's calendar, by which one move is told from another */
    record DueDatesMoved(UndertakingKey undertaking, String reason, int calendar) implements UndertakingFact {}

    record ExtensionRequested(
            UndertakingKey undertaking, StageKey stage, UUID extension, LocalDate until, String reason)
            implements UndertakingFact {}

    record ExtensionGranted(UndertakingKey undertaking, StageKey stage, UUID extension, LocalDate dueDate)
            implements UndertakingFact {}

    /** @param dueDate stays as it is */
    record ExtensionRefused(
            UndertakingKey undertaking,
            StageKey stage,
            UUID extension,
            @Nullable LocalDate dueDate) implements UndertakingFact {}

    /** Timers, reminders and overdue days stand still (domain.md 3.2, rule 6). */
    record Suspended(UndertakingKey undertaking, String reason) implements UndertakingFact {}

    /** @param days how long it was suspended: what was open has that much more time */
    record Resumed(UndertakingKey undertaking, int days) implements UndertakingFact {}

    /** The state is not party to the treaty that the commitment needs: nothing of it applies now, and all stays as it stands. */
    record SetAside(UndertakingKey undertaking, String instrument) implements UndertakingFact {}

    /**
     * The undertaking applies again, or for the first time.
     *
     * @param days how long it was set aside: what was open has that much more time
     * @param declared the state is not party, but declared that it takes part
     */
    record Applies(UndertakingKey undertaking, String instrument, int days, boolean declared)
            implements UndertakingFact {
        @Override
        public String act() {
            return declared ? "TakesPart" : "Applies";
        }
    }

    /** Questions, choices or rows of its forms depend on a treaty towards which the state now stands otherwise. */
    record TreatyChanged(UndertakingKey undertaking, String instrument, String status) implements UndertakingFact {}

    /** An approved stage is to be corrected; later stages go on. */
    record StageReopened(
            UndertakingKey undertaking,
            StageKey stage,
            @Nullable LocalDate dueDate) implements UndertakingFact {}

    record YearAdded(UndertakingKey undertaking, StageKey stage) implements UndertakingFact {}

    /** The reporting year left the cycle: its data stays and does not count. */
    record YearDropped(UndertakingKey undertaking, StageKey stage) implements UndertakingFact {}

    /**
     * A cancelled undertaking goes on where it stood.
     *
     * @param since when it was cancelled
     * @param days what was open has that much more time
     */
    record TakenUp(UndertakingKey undertaking, Instant since, int days) implements UndertakingFact {}

    /** The state or its reporting year left the exercise: its data stays and can only be read. */
    record Cancelled(UndertakingKey undertaking, String reason) implements UndertakingFact {}

    record EvidenceAdded(UndertakingKey undertaking, StageKey stage, UUID evidence, String sha256)
            implements UndertakingFact {}

    record EvidenceRemoved(UndertakingKey undertaking, StageKey stage, UUID evidence) implements UndertakingFact {}

    record Ended(UndertakingKey undertaking) implements UndertakingFact {}
}
