package org.randot.commitments.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.randot.commitments.audit.AuditEntry;
import org.randot.commitments.audit.AuditQuery;
import org.randot.commitments.audit.AuditTrail;
import org.randot.commitments.engine.StageKey;
import org.randot.commitments.identity.Actor;
import org.randot.commitments.identity.Role;
import org.randot.commitments.packages.Commitment;
import org.randot.commitments.review.DecideReview;
import org.randot.commitments.review.ReviewRefusal;
import org.randot.commitments.review.ReviewView;
import org.randot.commitments.review.Reviews;
import org.randot.commitments.shared.Language;
import org.randot.commitments.shared.Paging;
import org.randot.commitments.undertakings.StageStatus;

/** Who may decide, and who may not (domain.md 1.4, 3.3). */
class JudgeScenarioTests extends Stories {
    @EveryShape
    void isTheChairsToDecide_whenAMandatoryStageShallNotApply(Commitment any) {
        Drive drive = launched(any);
        StageKey mandatory = drive.firstStage();
        assertThat(drive.definition(mandatory).mandatory()).isTrue();
        drive.asksNotApplicable(mandatory);

        assertThatThrownBy(() ->
                        drive.isDecided(drive.cast().reviewer(), mandatory, "ACCEPT_NOT_APPLICABLE", "", List.of()))
                .isInstanceOf(ReviewRefusal.NotYourTurn.class);
        drive.isAcceptedAsNotApplicable(mandatory);
        assertThat(drive.status(mandatory)).isEqualTo(StageStatus.NOT_APPLICABLE);
    }

    @EveryShape
    void isTheChairsToDecide_whenReturnedThreeTimes(Commitment any) {
        Drive drive = launched(any);
        StageKey first = drive.firstStage();
        for (int returns = 1; returns <= 3; returns++) {
            drive.submits(first).isFoundComplete(first).isReturned(first);
            assertThat(drive.stage(first).returns()).isEqualTo(returns);
        }
        drive.submits(first).isFoundComplete(first);

        assertThatThrownBy(() -> drive.isApproved(first)).isInstanceOf(ReviewRefusal.NotYourTurn.class);
        drive.isDecided(drive.cast().chair(), first, "APPROVE", "", List.of());
        assertThat(drive.status(first)).isEqualTo(StageStatus.APPROVED);
    }

    /** V19 of domain.md 8.3. */
    @EveryShape
    void isNotDecidedByTheOwnDelegate_whenTheMilestoneIsOfTheOwnState(Commitment any) {
        Drive drive = launched(any, "CHL").get(0);
        StageKey first = drive.firstStage();
        drive.submits(first).isFoundComplete(first);
        Actor delegate = drive.cast().reviewerOfTheState();

        ReviewView seen = drive.opens(delegate, first);
        assertThat(seen.decisions()).isEmpty();
        assertThat(seen.hindrance()).contains(ReviewView.Hindrance.OWN_STATE);
        assertThat(acts(drive)).contains("CONFLICT_OF_INTEREST");
        assertThatThrownBy(() -> drive.isDecided(delegate, first, "APPROVE", "", List.of()))
                .isInstanceOf(ReviewRefusal.ConflictOfInterest.class);
        assertThat(drive.status(first)).isEqualTo(StageStatus.UNDER_REVIEW);
        drive.recalls(first);
        assertThat(drive.status(first)).isEqualTo(StageStatus.OPEN);
    }

    @EveryShape
    void isNotDecidedByWhoHandedItIn_givenFourEyes(Commitment any) {
        Drive drive = launched(any);
        StageKey first = drive.firstStage();
        Actor deputy = drive.cast().deputy();
        drive.submits(first, deputy).isFoundComplete(first);

        Actor promoted =
                new Actor(deputy.id(), deputy.username(), deputy.name(), Set.of(Role.CHS_REVIEWER), null, Language.EN);
        assertThatThrownBy(() -> drive.isDecided(promoted, first, "APPROVE", "", List.of()))
                .isInstanceOf(ReviewRefusal.FourEyes.class);
        assertThat(drive.status(first)).isEqualTo(StageStatus.UNDER_REVIEW);
    }

    @EveryShape
    void isRefused_whenTheReviewWasDecidedMeanwhile(Commitment any) {
        Drive drive = launched(any);
        StageKey first = drive.firstStage();
        drive.submits(first).isFoundComplete(first);
        Actor reviewer = drive.cast().reviewer();
        ReviewView seen = drive.opens(reviewer, first);
        drive.isApproved(first);

        DecideReview late = new DecideReview(
                seen.item().id(), seen.version(), "RETURN", "Too late", List.of(drive.mark(first)), Set.of());
        assertThatThrownBy(() -> drive.as(reviewer, () -> bean(Reviews.class).decide(late)))
                .isInstanceOf(ReviewRefusal.Stale.class);
        assertThat(drive.status(first)).isEqualTo(StageStatus.APPROVED);
    }

    private List<String> acts(Drive drive) {
        AuditQuery query = new AuditQuery(null, null, "", drive.key().toString());
        return drive
                .as(drive.cast().auditor(), () -> bean(AuditTrail.class).find(query, new Paging(0, 200)))
                .items()
                .stream()
                .map(AuditEntry::act)
                .toList();
    }
}
