package org.randot.commitments.review;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.engine.Processes;
import org.randot.commitments.identity.Actor;
import org.randot.commitments.identity.CurrentActor;
import org.randot.commitments.review.ReviewView.Hindrance;
import org.randot.commitments.shared.Absent;
import org.randot.commitments.shared.Forbidden;
import org.randot.commitments.shared.Refusal;
import org.randot.commitments.undertakings.Extensions;
import org.randot.commitments.undertakings.Mark;
import org.randot.commitments.undertakings.Undertakings;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/** Taking a decision: every rule is checked again in the transaction that writes it. */
@Component
class Deciding {
    private final ReviewRepository reviews;
    private final ReviewFile file;
    private final ReviewNotes notes;
    private final Undertakings undertakings;
    private final Extensions extensions;
    private final Processes processes;
    private final CurrentActor actors;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    Deciding(
            ReviewRepository reviews,
            ReviewFile file,
            ReviewNotes notes,
            Undertakings undertakings,
            Extensions extensions,
            Processes processes,
            CurrentActor actors,
            ApplicationEventPublisher facts,
            Clock clock) {
        this.reviews = reviews;
        this.file = file;
        this.notes = notes;
        this.undertakings = undertakings;
        this.extensions = extensions;
        this.processes = processes;
        this.actors = actors;
        this.facts = facts;
        this.clock = clock;
    }

    /** Keeps the ticks on the acceptance criteria for later. */
    void tick(UUID id, Set<Integer> criteria) {
        Review review = held(id);
        Actor actor = permitted(review);
        notes.tick(review, existing(review, criteria), actor.id());
    }

    /**
     * Takes a decision, tells the undertaking and moves the process, all or nothing.
     *
     * @throws ReviewRefusal when the decision lacks something, is not the actor's, or somebody was faster
     */
    ReviewView decide(DecideReview command) {
        Review review = held(command.review());
        Actor actor = permitted(review);
        if (command.version() != review.version()) {
            throw new ReviewRefusal.Stale(review.version(), review.status());
        }
        undertakings.get(review.undertaking()).requireRunning();
        Decision decision = DecisionRules.check(command, review.kind(), file.markable(review));
        String text = command.text().strip();
        review.decide(decision, text, actor.id(), clock.instant());
        reviews.saveAndFlush(review);
        notes.mark(review, command.marks());
        notes.tick(review, existing(review, command.criteria()), actor.id());
        if (decision == Decision.APPROVE_WITH_OBSERVATIONS) {
            notes.followUp(review, text);
        }
        publish(review, decision, text, command.marks());
        carryOut(review, decision, text, command.marks());
        return file.view(review, actor);
    }

    Review held(UUID id) {
        reviewer();
        return reviews.hold(id).orElseThrow(Absent::new);
    }

    Actor reviewer() {
        Actor actor = actors.get();
        if (ReviewQueue.kindsOf(actor).isEmpty()) {
            throw new Forbidden();
        }
        return actor;
    }

    private Actor permitted(Review review) {
        Actor actor = actors.get();
        Optional<Hindrance> hindrance = file.hindrance(review, actor);
        if (hindrance.isEmpty()) {
            return actor;
        }
        if (isConflict(hindrance.get())) {
            facts.publishEvent(conflict(review, actor));
        }
        throw switch (hindrance.get()) {
            case OWN_STATE -> new ReviewRefusal.ConflictOfInterest();
            case OWN_SUBMISSION -> new ReviewRefusal.FourEyes();
            case CLOSED -> new ReviewRefusal.Stale(review.version(), review.status());
            case CHAIR_DECIDES, OTHER_REVIEWER -> new ReviewRefusal.NotYourTurn(hindrance.get());
            case NOT_YOUR_ROLE -> new Forbidden();
        };
    }

    private void publish(Review review, Decision decision, String text, List<Mark> marks) {
        facts.publishEvent(new ReviewFact.Decided(
                review.undertaking(),
                review.stage(),
                review.id(),
                decision.name(),
                sha256(text),
                marks.stream().map(Mark::field).toList()));
    }

    /** A complete submission only moves on: its stage changes when the milestone review waits. */
    private void carryOut(Review review, Decision decision, String text, List<Mark> marks) {
        try {
            if (review.kind() == ReviewKind.EXTENSION) {
                extensions.decided(review.extension(), decision.accepts());
            } else if (decision == Decision.COMPLETE
                    || undertakings.decided(review.undertaking(), review.stage(), decision.name(), text, marks)) {
                processes.complete(
                        review.engineTask(), Map.of("decision", decision.name(), "accepted", decision.accepts()));
            }
        } catch (Refusal refused) {
            // the decision is written already: unlike other refusals this one must take it back
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
            throw refused;
        }
    }

    private Set<Integer> existing(Review review, Set<Integer> criteria) {
        Set<Integer> existing = new HashSet<>(criteria);
        int count = file.criteria(review);
        existing.removeIf(criterion -> criterion < 0 || criterion >= count);
        return existing;
    }

    static boolean isConflict(@Nullable Hindrance hindrance) {
        return hindrance == Hindrance.OWN_STATE || hindrance == Hindrance.OWN_SUBMISSION;
    }

    static ReviewFact conflict(Review review, Actor actor) {
        return new ReviewFact.ConflictOfInterestSeen(review.undertaking(), review.stage(), review.id(), actor.id());
    }

    private static String sha256(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
