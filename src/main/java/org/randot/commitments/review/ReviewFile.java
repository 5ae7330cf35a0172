package org.randot.commitments.review;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.randot.commitments.identity.Actor;
import org.randot.commitments.identity.People;
import org.randot.commitments.identity.Role;
import org.randot.commitments.packages.Catalogue;
import org.randot.commitments.packages.Commitment;
import org.randot.commitments.review.ReviewView.Hindrance;
import org.randot.commitments.undertakings.StageSubmission;
import org.randot.commitments.undertakings.StageSubmission.TaskSubmission;
import org.randot.commitments.undertakings.UndertakingView;
import org.randot.commitments.undertakings.Undertakings;
import org.springframework.stereotype.Component;

/** Everything that belongs to one review, gathered: the stage as defined, where it stands, what was handed in, who may decide. */
@Component
class ReviewFile {
    private final Undertakings undertakings;
    private final Catalogue catalogue;
    private final Reviewers reviewers;
    private final ReviewNotes notes;
    private final ReviewQueue queue;
    private final People people;

    ReviewFile(
            Undertakings undertakings,
            Catalogue catalogue,
            Reviewers reviewers,
            ReviewNotes notes,
            ReviewQueue queue,
            People people) {
        this.undertakings = undertakings;
        this.catalogue = catalogue;
        this.reviewers = reviewers;
        this.notes = notes;
        this.queue = queue;
        this.people = people;
    }

    ReviewView view(Review review, Actor actor) {
        UndertakingView undertaking = undertakings.get(review.undertaking());
        Commitment commitment = catalogue.byCode(review.undertaking().commitment(), undertaking.packageVersion());
        StageSubmission submission = undertakings.submission(review.undertaking(), review.stage());
        Optional<Hindrance> hindrance = hindrance(review, actor);
        List<Decision> decisions = hindrance.isPresent()
                ? List.of()
                : Arrays.stream(Decision.values()).filter(review.kind()::allows).toList();
        return new ReviewView(
                queue.item(review, hindrance.filter(Hindrance.OWN_STATE::equals).isPresent()),
                commitment,
                commitment.requireStage(review.stage()),
                undertaking.stage(review.stage()),
                submission,
                review.reason(),
                Optional.ofNullable(review.until()),
                review.kind().isOfSubmission() && !review.submissions().equals(ReviewDesk.versions(submission)),
                notes.ticked(review.id()),
                hindrance,
                decisions,
                record(review),
                notes.followUp(review.id()),
                reviewers.of(review.undertaking().state(), review.undertaking().commitment()));
    }

    Optional<Hindrance> hindrance(Review review, Actor actor) {
        return ReviewPolicy.hindrance(actor, caseOf(review, actor));
    }

    int criteria(Review review) {
        return definition(review).criteria().size();
    }

    /** What a mark may name: the fields of the stage's forms and the documents handed in. */
    Set<String> markable(Review review) {
        StageSubmission submission = undertakings.submission(review.undertaking(), review.stage());
        Set<String> markable = new HashSet<>();
        for (TaskSubmission task : submission.tasks()) {
            Stream.concat(formKeys(review, task), task.values().propertyStream().map(java.util.Map.Entry::getKey))
                    .forEach(key -> markable.add("/" + key));
            task.evidence().forEach(document -> markable.add("evidence:" + document.id()));
        }
        return markable;
    }

    /** Whose decision it waits for. */
    List<UUID> deciders(Review review) {
        return deciders(
                review,
                reviewers.of(review.undertaking().state(), review.undertaking().commitment()));
    }

    /** Whose decision it would wait for, were these assigned. */
    List<UUID> deciders(Review review, ReviewView.Assignment assignment) {
        if (review.kind() == ReviewKind.COMPLETENESS) {
            return ids(people.with(Role.TECHNICAL_SECRETARIAT, Optional.empty()));
        }
        ReviewPolicy.Case asked = caseOf(review, Actor.SYSTEM);
        if (asked.isForChair()) {
            return ids(people.with(Role.CHS_CHAIR, Optional.empty()));
        }
        UUID primary = assignment.primary();
        UUID second = assignment.second();
        if (primary == null) {
            return List.of();
        }
        return second == null || asked.returns() < ReviewPolicy.RETURNS_BEFORE_SECOND
                ? List.of(primary)
                : List.of(primary, second);
    }

    List<UUID> seconds(Review review) {
        UUID second = reviewers
                .of(review.undertaking().state(), review.undertaking().commitment())
                .second();
        return second == null ? List.of() : List.of(second);
    }

    private ReviewPolicy.Case caseOf(Review review, Actor actor) {
        String state = review.undertaking().state();
        return new ReviewPolicy.Case(
                review.kind(),
                review.isOpen(),
                definition(review).mandatory(),
                undertakings.get(review.undertaking()).stage(review.stage()).returns(),
                reviewers.of(state, review.undertaking().commitment()),
                reviewers.isConcernedBy(actor, state),
                submitters(review).contains(actor.id()));
    }

    private Set<UUID> submitters(Review review) {
        Set<UUID> submitters = new HashSet<>();
        submitters.add(review.submittedBy());
        StageSubmission submission = undertakings.submission(review.undertaking(), review.stage());
        submission.tasks().forEach(task -> submitters.add(task.submittedBy()));
        submitters.remove(Actor.SYSTEM.id());
        return submitters;
    }

    private Commitment.Stage definition(Review review) {
        int version = undertakings.get(review.undertaking()).packageVersion();
        return catalogue.byCode(review.undertaking().commitment(), version).requireStage(review.stage());
    }

    private Stream<String> formKeys(Review review, TaskSubmission task) {
        int version = undertakings.get(review.undertaking()).packageVersion();
        Commitment commitment = catalogue.byCode(review.undertaking().commitment(), version);
        return catalogue.form(commitment, task.formId()).keys().stream();
    }

    private Optional<ReviewView.Record> record(Review review) {
        return Optional.ofNullable(review.closedAt())
                .map(at -> new ReviewView.Record(
                        Objects.requireNonNull(at),
                        review.decidedBy(),
                        review.decision(),
                        review.text(),
                        notes.marks(review.id())));
    }

    private static List<UUID> ids(List<Actor> people) {
        return people.stream().map(Actor::id).toList();
    }
}
