package org.randot.commitments.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.randot.commitments.identity.Actor;
import org.randot.commitments.identity.Role;
import org.randot.commitments.review.ReviewView.Assignment;
import org.randot.commitments.review.ReviewView.Hindrance;
import org.randot.commitments.shared.Ids;
import org.randot.commitments.shared.Language;

class ReviewPolicyTests {
    private static final Actor REVIEWER = person(Role.CHS_REVIEWER);
    private static final Actor CHAIR = person(Role.CHS_CHAIR);
    private static final Actor SECRETARIAT = person(Role.TECHNICAL_SECRETARIAT);

    @Test
    void letsAnyReviewerOfAnotherStateDecide_whenNobodyIsAssigned() {
        assertThat(ReviewPolicy.hindrance(REVIEWER, milestone(0))).isEmpty();
    }

    @Test
    void keepsReviewersFromTheirOwnState_whenItIsTheirTurnToo() {
        ReviewPolicy.Case own = new ReviewPolicy.Case(
                ReviewKind.MILESTONE, true, true, 3, new Assignment(CHAIR.id(), null), true, false);
        assertThat(ReviewPolicy.hindrance(CHAIR, own)).contains(Hindrance.OWN_STATE);
        assertThat(ReviewPolicy.hindrance(REVIEWER, own)).contains(Hindrance.OWN_STATE);
    }

    @Test
    void needsFourEyes() {
        ReviewPolicy.Case handedInByPerson =
                new ReviewPolicy.Case(ReviewKind.COMPLETENESS, true, true, 0, Assignment.ANYBODY, false, true);
        assertThat(ReviewPolicy.hindrance(SECRETARIAT, handedInByPerson)).contains(Hindrance.OWN_SUBMISSION);
    }

    @Test
    void givesCompletenessToTheSecretariatOnly() {
        ReviewPolicy.Case check =
                new ReviewPolicy.Case(ReviewKind.COMPLETENESS, true, true, 0, Assignment.ANYBODY, false, false);
        assertThat(ReviewPolicy.hindrance(SECRETARIAT, check)).isEmpty();
        assertThat(ReviewPolicy.hindrance(REVIEWER, check)).contains(Hindrance.NOT_YOUR_ROLE);
        assertThat(ReviewPolicy.hindrance(SECRETARIAT, milestone(0))).contains(Hindrance.NOT_YOUR_ROLE);
    }

    @Test
    void callsTheChair_whenReturnedThreeTimes() {
        assertThat(ReviewPolicy.hindrance(REVIEWER, milestone(2))).isEmpty();
        assertThat(ReviewPolicy.hindrance(CHAIR, milestone(2))).contains(Hindrance.NOT_YOUR_ROLE);
        assertThat(ReviewPolicy.hindrance(REVIEWER, milestone(3))).contains(Hindrance.CHAIR_DECIDES);
        assertThat(ReviewPolicy.hindrance(CHAIR, milestone(3))).isEmpty();
    }

    @Test
    void callsTheChair_whenAMandatoryStageShallNotApply() {
        assertThat(ReviewPolicy.hindrance(REVIEWER, notApplicable(true))).contains(Hindrance.CHAIR_DECIDES);
        assertThat(ReviewPolicy.hindrance(CHAIR, notApplicable(true))).isEmpty();
        assertThat(ReviewPolicy.hindrance(REVIEWER, notApplicable(false))).isEmpty();
    }

    @Test
    void letsTheSecondReviewerDecide_whenThePrimaryReturnedTwice() {
        Actor primary = person(Role.CHS_REVIEWER);
        Actor second = person(Role.CHS_REVIEWER);
        Assignment named = new Assignment(primary.id(), second.id());
        for (int returns = 0; returns < 3; returns++) {
            ReviewPolicy.Case milestone =
                    new ReviewPolicy.Case(ReviewKind.MILESTONE, true, true, returns, named, false, false);
            assertThat(ReviewPolicy.hindrance(primary, milestone)).isEmpty();
            assertThat(ReviewPolicy.hindrance(REVIEWER, milestone)).contains(Hindrance.OTHER_REVIEWER);
            assertThat(ReviewPolicy.hindrance(second, milestone).isEmpty()).isEqualTo(returns == 2);
        }
    }

    private static ReviewPolicy.Case milestone(int returns) {
        return new ReviewPolicy.Case(ReviewKind.MILESTONE, true, true, returns, Assignment.ANYBODY, false, false);
    }

    private static ReviewPolicy.Case notApplicable(boolean mandatory) {
        return new ReviewPolicy.Case(ReviewKind.NOT_APPLICABLE, true, mandatory, 0, Assignment.ANYBODY, false, false);
    }

    private static Actor person(Role role) {
        UUID id = Ids.next();
        return new Actor(id, role.name(), role.name(), Set.of(role), "CAN", Language.EN);
    }
}
