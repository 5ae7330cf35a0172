package org.randot.commitments.review;

import java.util.Optional;
import java.util.UUID;
import org.randot.commitments.identity.Actor;
import org.randot.commitments.identity.Role;
import org.randot.commitments.review.ReviewView.Assignment;
import org.randot.commitments.review.ReviewView.Hindrance;

/** Who may decide a review (domain.md 1.4 a to c, 3.3). Pure: everything it looks at is handed over. */
final class ReviewPolicy {
    /** From the third return on the chair decides. */
    static final int RETURNS_BEFORE_CHAIR = 3;
    /** The second reviewer decides once the primary has returned twice. */
    static final int RETURNS_BEFORE_SECOND = 2;

    private ReviewPolicy() {}

    /**
     * @param mandatory the stage cannot be left out without the chair
     * @param returns how often a reviewer returned the stage
     * @param nominated the state under review ever nominated the person
     * @param submitter the person handed in what is reviewed
     */
    record Case(
            ReviewKind kind,
            boolean open,
            boolean mandatory,
            int returns,
            Assignment assignment,
            boolean nominated,
            boolean submitter) {
        /** Third returns and mandatory stages that shall not apply are the chair's. */
        boolean isForChair() {
            return kind.isOfMilestone()
                    && (returns >= RETURNS_BEFORE_CHAIR || (kind == ReviewKind.NOT_APPLICABLE && mandatory));
        }
    }

    /** Why the person may not decide; the conflict of interest comes before all else, so that it is always seen. */
    static Optional<Hindrance> hindrance(Actor person, Case review) {
        if (review.nominated()) {
            return Optional.of(Hindrance.OWN_STATE);
        }
        if (review.submitter()) {
            return Optional.of(Hindrance.OWN_SUBMISSION);
        }
        if (!review.open()) {
            return Optional.of(Hindrance.CLOSED);
        }
        if (review.kind() == ReviewKind.COMPLETENESS) {
            return unless(person.is(Role.TECHNICAL_SECRETARIAT), Hindrance.NOT_YOUR_ROLE);
        }
        if (review.isForChair()) {
            return unless(person.is(Role.CHS_CHAIR), Hindrance.CHAIR_DECIDES);
        }
        if (!person.is(Role.CHS_REVIEWER)) {
            return Optional.of(Hindrance.NOT_YOUR_ROLE);
        }
        return unless(isAssigned(person.id(), review), Hindrance.OTHER_REVIEWER);
    }

    private static boolean isAssigned(UUID person, Case review) {
        UUID primary = review.assignment().primary();
        if (primary == null || !review.assignment().binding() || primary.equals(person)) {
            return true;
        }
        return person.equals(review.assignment().second()) && review.returns() >= RETURNS_BEFORE_SECOND;
    }

    private static Optional<Hindrance> unless(boolean fine, Hindrance otherwise) {
        return fine ? Optional.empty() : Optional.of(otherwise);
    }
}
