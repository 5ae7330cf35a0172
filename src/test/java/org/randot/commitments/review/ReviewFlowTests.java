package org.randot.commitments.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.randot.commitments.IntegrationTest;
import org.randot.commitments.identity.Actor;
import org.randot.commitments.identity.Role;
import org.randot.commitments.review.ReviewView.Hindrance;
import org.randot.commitments.shared.Absent;
import org.randot.commitments.shared.Forbidden;
import org.randot.commitments.shared.Language;
import org.randot.commitments.shared.MovableClock;
import org.randot.commitments.shared.Paging;
import org.randot.commitments.undertakings.AlreadyUnderReview;
import org.randot.commitments.undertakings.Mark;
import org.randot.commitments.undertakings.StageStatus;
import org.randot.commitments.undertakings.Tasks;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
class ReviewFlowTests {

    @Autowired
    private AutowireCapableBeanFactory beans;

    @Autowired
    private Reviews reviews;

    @Autowired
    private Reviewers reviewers;

    @Autowired
    private FollowUps followUps;

    @Autowired
    private Tasks tasks;

    @Autowired
    private MovableClock clock;

    @Autowired
    private JdbcClient jdbc;

    private RiverPatrols patrols;
    private Duration offset = Duration.ZERO;

    @BeforeEach
    void launch() throws InterruptedException {
        offset = clock.offset();
        patrols = beans.createBean(RiverPatrols.class);
        patrols.launch();
    }

    @AfterEach
    void comeBack() {
        patrols.cancel();
        clock.shiftBy(offset);
    }

    @Test
    void goesFromCompletenessToApproval() {
        // given
        patrols.submit(RiverPatrols.UNIT);
        assertThat(patrols.stage(RiverPatrols.UNIT).status()).isEqualTo(StageStatus.COMPLETENESS_CHECK);
        ReviewItem check = patrols.openReview(patrols.secretariat);
        assertThat(check.kind()).isEqualTo(ReviewKind.COMPLETENESS);
        assertThat(check.dueDate()).isEqualTo(LocalDate.of(2025, 3, 10));
        assertThat(patrols.reviews(patrols.reviewer, ReviewStatus.OPEN)).isEmpty();
        // when
        patrols.decide(patrols.secretariat, Decision.COMPLETE, "");
        // then
        assertThat(patrols.stage(RiverPatrols.UNIT).status()).isEqualTo(StageStatus.UNDER_REVIEW);
        ReviewItem milestone = patrols.openReview(patrols.reviewer);
        assertThat(milestone.kind()).isEqualTo(ReviewKind.MILESTONE);
        assertThat(milestone.dueDate()).isEqualTo(LocalDate.of(2025, 3, 24));
        assertThat(milestone.submittedAt()).isEqualTo(check.submittedAt());
        // when
        ReviewView decided = patrols.decide(patrols.reviewer, Decision.APPROVE, "");
        // then
        assertThat(decided.item().status()).isEqualTo(ReviewStatus.DECIDED);
        assertThat(decided.ticked()).containsExactly(0);
        assertThat(patrols.stage(RiverPatrols.UNIT).status()).isEqualTo(StageStatus.APPROVED);
        assertThat(patrols.stage(RiverPatrols.LESSONS).status()).isEqualTo(StageStatus.OPEN);
    }

    @Test
    void sendsBack_whenIncomplete() {
        patrols.submit(RiverPatrols.UNIT);
        patrols.decide(patrols.secretariat, Decision.INCOMPLETE, "The decree is missing");
        assertThat(patrols.stage(RiverPatrols.UNIT).status()).isEqualTo(StageStatus.RETURNED);
        assertThat(patrols.stage(RiverPatrols.UNIT).returns()).isZero();
    }

    @Test
    void goesOnByItself_whenTheCompletenessCheckLapses() {
        patrols.submit(RiverPatrols.UNIT);
        patrols.travelTo(LocalDate.of(2025, 3, 10));
        assertThat(patrols.openReview(patrols.secretariat).overdueDays()).isZero();
        patrols.travelTo(LocalDate.of(2025, 3, 11));
        assertThat(patrols.reviews(patrols.secretariat, ReviewStatus.OPEN)).isEmpty();
        assertThat(patrols.reviews(patrols.secretariat, ReviewStatus.LAPSED)).hasSize(1);
        assertThat(patrols.openReview(patrols.reviewer).dueDate()).isEqualTo(LocalDate.of(2025, 3, 31));
        patrols.decide(patrols.reviewer, Decision.APPROVE, "");
        assertThat(patrols.stage(RiverPatrols.UNIT).status()).isEqualTo(StageStatus.APPROVED);
    }

    @Test
    void callsTheChair_whenTheThirdReturnHasBeen() {
        for (int time = 1; time <= 3; time++) {
            patrols.submitAndCheck(RiverPatrols.UNIT);
            patrols.returned(patrols.reviewer);
            assertThat(patrols.stage(RiverPatrols.UNIT).status()).isEqualTo(StageStatus.RETURNED);
            assertThat(patrols.stage(RiverPatrols.UNIT).returns()).isEqualTo(time);
        }
        patrols.submitAndCheck(RiverPatrols.UNIT);
        assertThatThrownBy(() -> patrols.decide(patrols.reviewer, Decision.APPROVE, ""))
                .isInstanceOf(ReviewRefusal.NotYourTurn.class);
        patrols.decide(patrols.chair, Decision.APPROVE, "");
        assertThat(patrols.stage(RiverPatrols.UNIT).status()).isEqualTo(StageStatus.APPROVED);
    }

    @Test
    void opensAFollowUp_whenApprovedWithObservations() {
        patrols.submitAndCheck(RiverPatrols.UNIT);
        ReviewView decided = patrols.decide(patrols.reviewer, Decision.APPROVE_WITH_OBSERVATIONS, "Send the budget");
        assertThat(patrols.stage(RiverPatrols.UNIT).status()).isEqualTo(StageStatus.APPROVED_WITH_OBSERVATIONS);
        assertThat(patrols.as(patrols.coordinator, () -> followUps.openDueDates(patrols.key())))
                .containsExactly(LocalDate.of(2025, 6, 1));
        patrols.as(patrols.reviewer, () -> {
            reviews.closeFollowUp(decided.item().id());
            return true;
        });
        assertThat(patrols.as(patrols.coordinator, () -> followUps.openDueDates(patrols.key())))
                .isEmpty();
    }

    @Test
    void notesAConflictOfInterest_whenAReviewerOpensAMilestoneOfTheOwnState() {
        // given
        patrols.submitAndCheck(RiverPatrols.UNIT);
        Actor own = patrols.person(Role.CHS_REVIEWER, patrols.key().state());
        ReviewItem item = patrols.openReview(own);
        assertThat(item.ownState()).isTrue();
        // when
        ReviewView seen = patrols.as(own, () -> reviews.open(item.id()));
        // then
        assertThat(seen.decisions()).isEmpty();
        assertThat(seen.hindrance()).contains(Hindrance.OWN_STATE);
        assertThatThrownBy(() -> patrols.decide(own, Decision.APPROVE, ""))
                .isInstanceOf(ReviewRefusal.ConflictOfInterest.class);
        assertThat(patrols.stage(RiverPatrols.UNIT).status()).isEqualTo(StageStatus.UNDER_REVIEW);
        // and the reviewer of another state, once nominated by this one, neither
        Actor former = patrols.person(Role.CHS_REVIEWER, "CAN");
        jdbc.sql("insert into nomination (id, account, nominating_state, valid_from, valid_to, note_verbale, recorded)"
                        + " values (:id, :id2, :state, '2020-01-01', '2021-01-01', 'NV 1', now())")
                .param("id", former.id())
                .param("id2", former.id())
                .param("state", patrols.key().state())
                .update();
        assertThatThrownBy(() -> patrols.decide(former, Decision.APPROVE, ""))
                .isInstanceOf(ReviewRefusal.ConflictOfInterest.class);
    }

    @Test
    void needsFourEyes_whenTheSubmitterBecomesAReviewer() {
        patrols.submitAndCheck(RiverPatrols.UNIT);
        Actor before = patrols.coordinator;
        jdbc.sql("delete from account_role where account = :id")
                .param("id", before.id())
                .update();
        Actor later =
                new Actor(before.id(), before.username(), before.name(), Set.of(Role.CHS_REVIEWER), "CAN", Language.EN);
        assertThatThrownBy(() -> patrols.decide(later, Decision.APPROVE, ""))
                .isInstanceOf(ReviewRefusal.FourEyes.class);
    }

    @Test
    void asksTheChair_whenAMandatoryStageShallNotApply() {
        patrols.as(patrols.coordinator, () -> {
            tasks.requestNotApplicable(patrols.key(), RiverPatrols.UNIT, "No rivers");
            return true;
        });
        assertThat(patrols.reviews(patrols.secretariat, ReviewStatus.OPEN)).isEmpty();
        ReviewItem item = patrols.openReview(patrols.reviewer);
        assertThat(item.kind()).isEqualTo(ReviewKind.NOT_APPLICABLE);
        assertThatThrownBy(() -> patrols.decide(patrols.reviewer, Decision.ACCEPT_NOT_APPLICABLE, ""))
                .isInstanceOf(ReviewRefusal.NotYourTurn.class);
        assertThatThrownBy(() -> patrols.decide(patrols.chair, Decision.APPROVE, ""))
                .isInstanceOf(ReviewRefusal.DecisionUnfit.class);
        patrols.decide(patrols.chair, Decision.REJECT_NOT_APPLICABLE, "There are two");
        assertThat(patrols.stage(RiverPatrols.UNIT).status()).isEqualTo(StageStatus.OPEN);
        ReviewView closed = patrols.as(patrols.chair, () -> reviews.open(item.id()));
        assertThat(closed.reason()).isEqualTo("No rivers");
    }

    @Test
    void withdrawsTheReview_whenTheStateRecalls() {
        patrols.submitAndCheck(RiverPatrols.UNIT);
        UUID task = patrols.anyTask(RiverPatrols.UNIT);
        patrols.as(patrols.coordinator, () -> {
            tasks.recall(task);
            return true;
        });
        assertThat(patrols.reviews(patrols.reviewer, ReviewStatus.OPEN)).isEmpty();
        assertThat(patrols.reviews(patrols.reviewer, ReviewStatus.WITHDRAWN)).hasSize(1);
        // and no more once a reviewer has opened it
        patrols.submitAndCheck(RiverPatrols.UNIT);
        ReviewItem item = patrols.openReview(patrols.reviewer);
        patrols.as(patrols.reviewer, () -> reviews.open(item.id()));
        assertThatThrownBy(() -> patrols.as(patrols.coordinator, () -> {
                    tasks.recall(task);
                    return true;
                }))
                .isInstanceOf(AlreadyUnderReview.class);
    }

    @Test
    void refusesAStaleVersion_givenTwoWhoDecideAtOnce() throws Exception {
        patrols.submitAndCheck(RiverPatrols.UNIT);
        ReviewItem item = patrols.openReview(patrols.reviewer);
        assertThatThrownBy(() ->
                        patrols.as(patrols.reviewer, () -> reviews.decide(command(item.id(), item.version() + 1))))
                .isInstanceOf(ReviewRefusal.Stale.class);
        CountDownLatch go = new CountDownLatch(1);
        List<Future<Boolean>> both = new ArrayList<>();
        ExecutorService two = Executors.newFixedThreadPool(2);
        for (int person = 0; person < 2; person++) {
            both.add(two.submit(() -> {
                go.await();
                try {
                    patrols.as(patrols.reviewer, () -> reviews.decide(command(item.id(), item.version())));
                    return true;
                } catch (ReviewRefusal.Stale late) {
                    return false;
                }
            }));
        }
        go.countDown();
        assertThat(List.of(both.get(0).get(), both.get(1).get())).containsExactlyInAnyOrder(true, false);
        two.shutdown();
    }

    @Test
    void keepsToTheAssignedReviewer() {
        patrols.submitAndCheck(RiverPatrols.UNIT);
        Actor primary = patrols.person(Role.CHS_REVIEWER, "MEX");
        Actor own = patrols.person(Role.CHS_REVIEWER, patrols.key().state());
        assertThatThrownBy(() -> assign(patrols.reviewer, primary.id())).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> assign(patrols.chair, own.id())).isInstanceOf(AssignmentUnfit.class);
        assign(patrols.chair, primary.id());
        assertThatThrownBy(() -> patrols.decide(patrols.reviewer, Decision.APPROVE, ""))
                .isInstanceOf(ReviewRefusal.NotYourTurn.class);
        patrols.decide(primary, Decision.APPROVE, "");
        assertThat(patrols.stage(RiverPatrols.UNIT).status()).isEqualTo(StageStatus.APPROVED);
    }

    @Test
    void isClosedToThoseWhoReviewNothing() {
        patrols.submitAndCheck(RiverPatrols.UNIT);
        UUID id = patrols.openReview(patrols.reviewer).id();
        Actor neighbour = patrols.person(Role.NATIONAL_COORDINATOR, "ARG");
        assertThatThrownBy(() -> patrols.as(patrols.coordinator, () -> reviews.open(id)))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> patrols.as(neighbour, () -> reviews.open(id))).isInstanceOf(Absent.class);
        assertThatThrownBy(
                        () -> patrols.as(patrols.coordinator, () -> reviews.queue(ReviewQuery.open(), Paging.first())))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> patrols.as(
                        patrols.reviewer,
                        () -> reviews.decide(new DecideReview(
                                id, 0, "RETURN", "Why", List.of(new Mark("/nothing", "x")), Set.of()))))
                .isInstanceOf(ReviewRefusal.MarkUnknown.class);
    }

    private void assign(Actor by, UUID primary) {
        patrols.as(by, () -> {
            reviewers.assign(patrols.key().state(), "T1", primary, null);
            return true;
        });
    }

    private static DecideReview command(UUID review, int version) {
        return new DecideReview(review, version, "APPROVE", "", List.of(), Set.of());
    }
}
