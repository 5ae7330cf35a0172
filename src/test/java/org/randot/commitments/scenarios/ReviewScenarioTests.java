package org.randot.commitments.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.randot.commitments.scenarios.CompletePathTests.percent;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.test.assertions.bpmn.AbstractAssertions;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.randot.commitments.engine.StageKey;
import org.randot.commitments.packages.Commitment;
import org.randot.commitments.reminders.NoticeKind;
import org.randot.commitments.review.ReviewItem;
import org.randot.commitments.review.ReviewStatus;
import org.randot.commitments.review.ReviewView;
import org.randot.commitments.review.Reviews;
import org.randot.commitments.shared.Refusal;
import org.randot.commitments.status.Delivery;
import org.randot.commitments.status.Level;
import org.randot.commitments.undertakings.StageStatus;
import org.randot.commitments.undertakings.StageSubmission;
import org.randot.commitments.undertakings.SubmissionRefused;
import org.randot.commitments.undertakings.TaskStatus;
import org.randot.commitments.undertakings.TaskView;

/** What becomes of a submission (domain.md 3.3). */
class ReviewScenarioTests extends Stories {
    @EveryPackage
    void goesBackWithMarksAndThirtyDays_whenTheReviewerReturnsIt(Commitment any) {
        Drive drive = launched(any);
        StageKey first = drive.firstStage();
        LocalDate due = drive.due(first);
        drive.on(due.minusDays(5)).submits(first).isFoundComplete(first).isReturned(first);

        assertThat(drive.status(first)).isEqualTo(StageStatus.RETURNED);
        assertThat(drive.due(first)).isEqualTo(due.plusDays(25));
        TaskView task = drive.task(first);
        assertThat(task.task().status()).isEqualTo(TaskStatus.RETURNED);
        assertThat(task.task().dueDate()).isEqualTo(due.plusDays(25));
        assertThat(task.marks()).containsExactly(drive.mark(first));
        assertThat(task.decisionText()).isEqualTo("Please explain.");
        assertThat(drive.daysOf(drive.cast().coordinator(), first, NoticeKind.RETURNED))
                .containsExactly(due.minusDays(5));
    }

    @EveryPackage
    void keepsTheLaterDate_whenItIsReturnedEarly(Commitment any) {
        Drive drive = launched(any);
        StageKey first = drive.firstStage();
        LocalDate due = drive.due(first);
        drive.submits(first).isFoundComplete(first).isReturned(first);

        assumeThat(due).isAfter(FIRST_DAY.plusDays(30));
        assertThat(drive.due(first)).isEqualTo(due);
    }

    @EveryPackage
    void keepsTheVersionBefore_whenItIsAnsweredAnew(Commitment any) {
        Drive drive = launched(any);
        StageKey first = drive.firstStage();
        drive.submits(first).isFoundComplete(first).isReturned(first);
        StageSubmission before = drive.submission(first);
        drive.submits(first);

        StageSubmission now = drive.submission(first);
        assertThat(now.tasks()).hasSameSizeAs(before.tasks()).allSatisfy(task -> {
            assertThat(task.version()).isEqualTo(2);
            assertThat(task.previous()).isNotNull();
        });
        assertThat(now.tasks().get(0).previous())
                .isEqualTo(before.tasks().get(0).values());
        drive.isFoundComplete(first).isApproved(first);
        assertThat(drive.status(first)).isEqualTo(StageStatus.APPROVED);
    }

    @EveryPackage
    void goesBackWithoutCountingAsAReturn_whenTheSecretariatFindsItIncomplete(Commitment any) {
        Drive drive = launched(any);
        StageKey first = drive.firstStage();
        drive.submits(first);
        assertThat(drive.status(first)).isEqualTo(StageStatus.COMPLETENESS_CHECK);
        drive.isFoundIncomplete(first);

        assertThat(drive.status(first)).isEqualTo(StageStatus.RETURNED);
        assertThat(drive.stage(first).returns()).isZero();
        assertThat(drive.openReview(drive.cast().reviewer(), first)).isEmpty();
    }

    /** Launched on a Monday: the fifth working day is the next Monday. */
    @EveryPackage
    void goesOnUnchecked_whenFiveWorkingDaysPassed(Commitment any) {
        Drive drive = launched(any);
        StageKey first = drive.firstStage();
        drive.submits(first);

        drive.on(FIRST_DAY.plusDays(7));
        assertThat(drive.status(first)).isEqualTo(StageStatus.COMPLETENESS_CHECK);
        drive.on(FIRST_DAY.plusDays(8));
        assertThat(drive.status(first)).isEqualTo(StageStatus.UNDER_REVIEW);
        assertThat(drive.checks(first)).containsExactly(ReviewStatus.LAPSED);
        assertThat(drive.openReview(drive.cast().reviewer(), first)).isPresent();
        drive.isApproved(first);
        assertThat(drive.status(first)).isEqualTo(StageStatus.APPROVED);
    }

    @EveryPackage
    void comesBack_whenRecalledBeforeAReviewerOpenedIt(Commitment any) {
        AbstractAssertions.init(bean(ProcessEngine.class));
        Drive drive = launched(any);
        StageKey first = drive.firstStage();
        String task = drive.definition(first).tasks().get(0).element();
        drive.submits(first);
        BpmnAwareTests.assertThat(drive.process().orElseThrow()).isNotWaitingAt(task);
        drive.recalls(first);

        assertThat(drive.status(first)).isEqualTo(StageStatus.OPEN);
        assertThat(drive.checks(first)).containsExactly(ReviewStatus.WITHDRAWN);
        assertThat(drive.rating().level()).isEqualTo(Level.NO_REPORT);
        BpmnAwareTests.assertThat(drive.process().orElseThrow()).isWaitingAt(task);
    }

    @EveryPackage
    void isNotRecalled_whenAReviewerOpenedIt(Commitment any) {
        Drive drive = launched(any);
        StageKey first = drive.firstStage();
        drive.submits(first).isFoundComplete(first);
        drive.recalls(first);
        assertThat(drive.status(first)).isEqualTo(StageStatus.OPEN);
        drive.submits(first).isFoundComplete(first);
        drive.opens(drive.cast().reviewer(), first);

        assertThatThrownBy(() -> drive.recalls(first)).isInstanceOf(Refusal.class);
        assertThat(drive.status(first)).isEqualTo(StageStatus.UNDER_REVIEW);
        drive.isApproved(first);
    }

    @EveryPackage
    void isOpenAgain_whenNonApplicabilityIsRejected(Commitment any) {
        Drive drive = launched(any);
        StageKey first = drive.firstStage();
        drive.asksNotApplicable(first);

        assertThat(drive.status(first)).isEqualTo(StageStatus.UNDER_REVIEW);
        assertThat(drive.checks(first)).isEmpty();
        drive.isRejectedAsNotApplicable(first);
        assertThat(drive.status(first)).isEqualTo(StageStatus.OPEN);
        drive.completes(first);
        assertThat(drive.status(first)).isEqualTo(StageStatus.APPROVED);
    }

    @EveryPackage
    void leavesBothSums_whenAStageDoesNotApply(Commitment any) {
        Drive drive = launched(any);
        StageKey first = drive.firstStage();
        drive.asksNotApplicable(first).isAcceptedAsNotApplicable(first);
        assertThat(drive.rating().progress()).isEqualByComparingTo("0");
        assertThat(drive.rating().level()).isEqualTo(Level.NOT_STARTED);

        Optional<StageKey> answered = drive.readyStages().stream()
                .filter(stage -> stage.year() == null)
                .filter(stage -> completesWithoutTheFirst(drive, stage))
                .findFirst();
        assumeThat(answered).isPresent();
        StageKey next = answered.orElseThrow();
        int left = 100 - drive.definition(first).weight();
        assertThat(drive.rating().progress())
                .isEqualByComparingTo(percent(drive.definition(next).weight(), left));
    }

    /** A stage that follows up what the first one said cannot be answered without it. */
    private static boolean completesWithoutTheFirst(Drive drive, StageKey stage) {
        try {
            drive.completes(stage);
            return true;
        } catch (SubmissionRefused withoutAnAnswer) {
            return false;
        }
    }

    /** V24 of domain.md 8.3. */
    @EveryPackage
    void isNotApplicableOnBothScales_whenNoStageApplies(Commitment any) {
        Drive drive = launched(any);
        for (int round = 0; round < 20 && !drive.isSettled(); round++) {
            List<StageKey> open = drive.openStages();
            open.forEach(stage -> drive.asksNotApplicable(stage).isAcceptedAsNotApplicable(stage));
            drive.afterDays(open.isEmpty() ? 60 : 1);
        }

        assertThat(drive.rating().level()).isEqualTo(Level.NOT_APPLICABLE);
        assertThat(drive.rating().delivery()).isEqualTo(Delivery.NOT_APPLICABLE);
        assertThat(drive.process()).isEmpty();
    }

    /** With V21 of domain.md 8.3. */
    @EveryPackage
    void leavesAFollowUp_whenApprovedWithObservations(Commitment any) {
        Drive drive = launched(any);
        StageKey first = drive.firstStage();
        drive.submits(first).isFoundComplete(first).isApprovedWithObservations(first);

        assertThat(drive.status(first)).isEqualTo(StageStatus.APPROVED_WITH_OBSERVATIONS);
        assertThat(drive.rating().progress())
                .isEqualByComparingTo(percent(drive.definition(first).weight(), 100));
        ReviewItem review =
                drive.reviews(drive.cast().reviewer(), first).findFirst().orElseThrow();
        ReviewView.FollowUp followUp = drive.as(
                        drive.cast().reviewer(),
                        () -> bean(Reviews.class).open(review.id()).followUp())
                .orElseThrow();
        assertThat(followUp.dueDate()).isEqualTo(FIRST_DAY.plusDays(90));
        assertThat(followUp.closedAt()).isNull();

        drive.goesAllTheWay();
        if (!drive.today().isAfter(followUp.dueDate())) {
            drive.on(followUp.dueDate().plusDays(1));
        }
        assertThat(drive.rating().progress()).isEqualByComparingTo("100");
        assertThat(drive.rating().level()).isEqualTo(Level.PARTIALLY_IMPLEMENTED);
        assertThat(drive.rating().delivery()).isEqualTo(Delivery.AT_RISK);

        drive.as(drive.cast().reviewer(), () -> {
            bean(Reviews.class).closeFollowUp(review.id());
            return true;
        });
        assertThat(drive.rating().level()).isEqualTo(Level.IMPLEMENTED);
        assertThat(drive.rating().delivery()).isEqualTo(Delivery.COMPLETED);
    }
}
