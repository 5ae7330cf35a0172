package org.randot.commitments.review;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.randot.commitments.engine.StageKey;
import org.randot.commitments.identity.Actor;
import org.randot.commitments.identity.CurrentActor;
import org.randot.commitments.review.ReviewView.Hindrance;
import org.randot.commitments.shared.Absent;
import org.randot.commitments.shared.Forbidden;
import org.randot.commitments.shared.ModuleApi;
import org.randot.commitments.shared.Paged;
import org.randot.commitments.shared.Paging;
import org.randot.commitments.undertakings.UndertakingKey;
import org.randot.commitments.undertakings.Undertakings;
import org.springframework.context.ApplicationEventPublisher;

/** Looking at what states handed in, and deciding on it. */
@ModuleApi
public class Reviews {
    /** Calendar days of a review, from assignment (domain.md 3.3). */
    public static final int REVIEW_DAYS = 21;

    private final ReviewRepository reviews;
    private final ReviewQueue queue;
    private final ReviewFile file;
    private final ReviewNotes notes;
    private final Deciding deciding;
    private final Undertakings undertakings;
    private final CurrentActor actors;
    private final ApplicationEventPublisher facts;

    Reviews(
            ReviewRepository reviews,
            ReviewQueue queue,
            ReviewFile file,
            ReviewNotes notes,
            Deciding deciding,
            Undertakings undertakings,
            CurrentActor actors,
            ApplicationEventPublisher facts) {
        this.reviews = reviews;
        this.queue = queue;
        this.file = file;
        this.notes = notes;
        this.deciding = deciding;
        this.undertakings = undertakings;
        this.actors = actors;
        this.facts = facts;
    }

    /**
     * What waits for the actor's role, the earliest due date first; closed ones after the open.
     *
     * @throws Forbidden for those who review nothing
     */
    public Paged<ReviewItem> queue(ReviewQuery query, Paging paging) {
        return queue.page(deciding.reviewer(), query, paging);
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
        Actor actor = deciding.reviewer();
        ReviewView view = file.view(review, actor);
        Hindrance hindrance = view.hindrance().orElse(null);
        if (Deciding.isConflict(hindrance)) {
            facts.publishEvent(Deciding.conflict(review, actor));
        } else if (review.isOpen() && review.kind() != ReviewKind.COMPLETENESS && isReviewer(actor)) {
            notes.opened(review, actor.id());
            if (review.kind().isOfMilestone()) {
                undertakings.openedByReviewer(review.undertaking(), review.stage());
            }
        }
        return view;
    }

    /** Keeps the ticks on the acceptance criteria for later. */
    public void tick(UUID id, Set<Integer> criteria) {
        deciding.tick(id, criteria);
    }

    /**
     * Takes a decision, tells the undertaking and moves the process, all or nothing.
     *
     * @throws ReviewRefusal when the decision lacks something, is not the actor's, or somebody was faster
     */
    public ReviewView decide(DecideReview command) {
        return deciding.decide(command);
    }

    /** The observation of an approval has been answered: its follow-up item is closed. */
    public void closeFollowUp(UUID id) {
        Review review = deciding.held(id);
        Actor actor = deciding.reviewer();
        if (Deciding.isConflict(file.hindrance(review, actor).orElse(null)) || !isReviewer(actor)) {
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

    /** The people whose decision the open review of a stage's milestone waits for; nobody where no reviewer is assigned. */
    public List<UUID> deciders(UndertakingKey undertaking, StageKey stage) {
        return waiting(undertaking, stage).map(file::deciders).orElse(List.of());
    }

    /** The people whose decision this review waits for; nobody where no reviewer is assigned. */
    public List<UUID> deciders(UUID review) {
        return reviews.findById(review).map(file::deciders).orElse(List.of());
    }

    /** The second reviewer of a stage under review. */
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
                .filter(review -> review.isOpen() && review.kind().isOfMilestone())
                .findFirst();
    }

    private static boolean isReviewer(Actor actor) {
        return ReviewQueue.kindsOf(actor).contains(ReviewKind.MILESTONE);
    }
}
