package org.randot.commitments.review;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.engine.Processes;
import org.randot.commitments.engine.StageKey;
import org.randot.commitments.identity.Actor;
import org.randot.commitments.identity.CurrentActor;
import org.randot.commitments.review.ReviewView.Hindrance;
import org.randot.commitments.shared.Absent;
import org.randot.commitments.shared.Forbidden;
import org.randot.commitments.shared.ModuleApi;
import org.randot.commitments.shared.Paged;
import org.randot.commitments.shared.Paging;
import org.randot.commitments.shared.Refusal;
import org.randot.commitments.undertakings.Mark;
import org.randot.commitments.undertakings.UndertakingKey;
import org.randot.commitments.undertakings.Undertakings;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/** Looking at what states handed in, and deciding on it. Every rule is checked again in the transaction that writes the decision. */
@ModuleApi
public class Reviews {
    /** Calendar days of a review, from assignment (domain.md 3.3). */
    public static final int REVIEW_DAYS = 21;

    private final ReviewRepository reviews;
    private final ReviewQueue queue;
    private final ReviewFile file;
    private final ReviewNotes notes;
    private final Undertakings undertakings;
    private final Processes processes;
    private final CurrentActor actors;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    Reviews(
            ReviewRepository reviews,
            ReviewQueue queue,
            ReviewFile file,
            ReviewNotes notes,
            Undertakings undertakings,
            Processes processes,
            CurrentActor actors,
            ApplicationEventPublisher facts,
            Clock clock) {
        this.reviews = reviews;
        this.queue = queue;
        this.file = file;
        this.notes = notes;
        this.undertakings = undertakings;
        this.processes = processes;
        this.actors = actors;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * What waits for the actor's role, the earliest due date first; closed ones after the open.
     *
     * @throws Forbidden for those who review nothing
     */
    public Paged<ReviewItem> queue(ReviewQuery query, Paging paging) {
        return queue.page(reviewer(), query, paging);
    }

    /** How many reviews are open for the actor's role, and how many of these are overdue; empty for those who review nothing. */
    public Optional<ReviewLoad> load() {
        Actor actor = actors.get();
        if (ReviewQueue.kindsOf(actor).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(queue.load(actor));
    }

    /**
     * Opens a review. From the moment a reviewer does, the state can no longer recall its submission; a reviewer whom the state
     * nominated is noted as a conflict of interest.
     *
     * @throws Absent when there is none or the actor may not know of it
     * @throws Forbidden when the actor knows of the state but does not review
     */
    public ReviewView open(UUID id) {
        Review review = reviews.findById(id).orElseThrow(Absent::new);
        Actor actor = reviewer();
        ReviewView view = file.view(review, actor);
        Hindrance hindrance = view.hindrance().orElse(null);
        if (isConflict(hindrance)) {
            facts.publishEvent(conflict(review, actor));
        } else if (review.isOpen() && review.kind() != ReviewKind.COMPLETENESS && isReviewer(actor)) {
            notes.opened(review, actor.id());
            undertakings.openedByReviewer(review.undertaking(), review.stage());
        }
        return view;
    }

    /** Keeps the ticks on the acceptance criteria for later. */
    public void tick(UUID id, Set<Integer> criteria) {
        Review review = held(id);
        Actor actor = permitted(review);
        notes.tick(review, existing(review, criteria), actor.id());
    }

    /**
     * Takes a decision, tells the undertaking and moves the process, all or nothing.
     *
     * @throws ReviewRefusal when the decision lacks something, is not the actor's, or somebody was faster
     */
    public ReviewView decide(DecideReview command) {
        Review review = held(command.review());
        Actor actor = permitted(review);
        if (command.version() != review.version()) {
            throw new ReviewRefusal.Stale(review.version(), review.status());
        }
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

    /** The observation of an approval has been answered: its follow-up item is closed. */
    public void closeFollowUp(UUID id) {
        Review review = held(id);
        Actor actor = reviewer();
        if (isConflict(file.hindrance(review, actor).orElse(null)) || !isReviewer(actor)) {
            throw new Forbidden();
        }
        if (notes.closeFollowUp(id, actor.id())) {
            facts.publishEvent(new ReviewFact.FollowUpClosed(review.undertaking(), review.stage(), id));
        }
    }

    /** When the open review of a stage's milestone falls due; empty when none is open. */
    public Optional<LocalDate> openReviewDue(UndertakingKey undertaking, StageKey stage) {
        return waiting(undertaking, stage).map(Review::dueDate);
    }

    /** The people whose decision the open review of a stage's milestone waits for. */
    public List<UUID> deciders(UndertakingKey undertaking, StageKey stage) {
        return waiting(undertaking, stage).map(file::deciders).orElse(List.of());
    }

    /** The second reviewer of a stage under review, or all who could be where none is named. */
    public List<UUID> seconds(UndertakingKey undertaking, StageKey stage) {
        return waiting(undertaking, stage).map(file::seconds).orElse(List.of());
    }

    /** The open review of a stage's milestone, or of the request that the stage does not apply. */
    public Optional<UUID> openReview(UndertakingKey undertaking, StageKey stage) {
        return waiting(undertaking, stage).map(Review::id);
    }

    private Optional<Review> waiting(UndertakingKey undertaking, StageKey stage) {
        return reviews
                .findByUndertakingAndStageOrderBySubmittedAtAscIdAsc(undertaking.toString(), stage.toString())
                .stream()
                .filter(review -> review.isOpen() && review.kind() != ReviewKind.COMPLETENESS)
                .findFirst();
    }

    private Review held(UUID id) {
        reviewer();
        return reviews.hold(id).orElseThrow(Absent::new);
    }

    private Actor reviewer() {
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
            if (decision != Decision.COMPLETE) {
                undertakings.decided(review.undertaking(), review.stage(), decision.name(), text, marks);
            }
            processes.complete(
                    review.engineTask(), Map.of("decision", decision.name(), "accepted", decision.accepts()));
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

    private static boolean isConflict(@Nullable Hindrance hindrance) {
        return hindrance == Hindrance.OWN_STATE || hindrance == Hindrance.OWN_SUBMISSION;
    }

    private static boolean isReviewer(Actor actor) {
        return ReviewQueue.kindsOf(actor).contains(ReviewKind.MILESTONE);
    }

    private static ReviewFact conflict(Review review, Actor actor) {
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
