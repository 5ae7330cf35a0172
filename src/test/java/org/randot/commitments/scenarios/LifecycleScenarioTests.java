package org.randot.commitments.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.randot.commitments.reminders.NoticeKind.EXTENSION_GRANTED;
import static org.randot.commitments.reminders.NoticeKind.EXTENSION_REFUSED;
import static org.randot.commitments.reminders.NoticeKind.OVERDUE;
import static org.randot.commitments.reminders.NoticeKind.REMINDER;
import static org.randot.commitments.reminders.NoticeKind.REOPENED;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.randot.commitments.engine.StageKey;
import org.randot.commitments.packages.Commitment;
import org.randot.commitments.reference.DueExpression;
import org.randot.commitments.reference.WorkingDays;
import org.randot.commitments.review.ReviewItem;
import org.randot.commitments.review.ReviewKind;
import org.randot.commitments.shared.Refusal;
import org.randot.commitments.status.Delivery;
import org.randot.commitments.undertakings.LifecycleRefused;
import org.randot.commitments.undertakings.StageStatus;
import org.randot.commitments.undertakings.StageSubmission;
import org.randot.commitments.undertakings.UndertakingSuspended;
import org.randot.commitments.undertakings.UndertakingView.StageView;

/** Extension, suspension and reopening (domain.md 3.2 rules 5 and 6, 3.3). */
class LifecycleScenarioTests extends Stories {
    @EveryShape
    void isDueLaterAndIsRemindedAnew_whenMoreTimeIsGranted(Commitment any) {
        Drive drive = launched(any);
        StageKey first = drive.firstStage();
        LocalDate asked = drive.due(first).minusDays(2);
        LocalDate until = asked.plusDays(20);
        drive.on(asked).asksForMoreTime(first, until);

        ReviewItem request = drive.openReview(drive.cast().reviewer(), first).orElseThrow();
        assertThat(request.kind()).isEqualTo(ReviewKind.EXTENSION);
        assertThat(request.dueDate()).isEqualTo(asked.plusDays(7));
        assertThat(drive.status(first)).isEqualTo(StageStatus.OPEN);
        drive.isGrantedMoreTime(first);
        assertThat(drive.due(first)).isEqualTo(until);
        assertThat(drive.task(first).task().dueDate()).isEqualTo(until);
        assertThat(drive.daysOf(drive.cast().coordinator(), first, EXTENSION_GRANTED))
                .containsExactly(asked);

        drive.on(until);
        assertThat(drive.daysOf(drive.cast().coordinator(), first, OVERDUE)).isEmpty();
        assertThat(drive.daysOf(drive.cast().coordinator(), first, REMINDER))
                .contains(until.minusDays(14)); // the first of the new series; the others stand in the digest
        drive.movesTheMeeting(LocalDate.of(2026, 11, 19));
        assertThat(drive.due(first)).isEqualTo(until);
        drive.completes(first);
        assertThat(drive.status(first)).isEqualTo(StageStatus.APPROVED);
    }

    @EveryShape
    void keepsItsDate_whenMoreTimeIsRefusedOrAskedTooOften(Commitment any) {
        Drive drive = launched(any);
        StageKey first = drive.firstStage();
        LocalDate due = drive.due(first);
        drive.asksForMoreTime(first, due.plusDays(10));
        assertThatThrownBy(() -> drive.asksForMoreTime(first, due.plusDays(10))).isInstanceOf(LifecycleRefused.class);
        drive.isRefusedMoreTime(first);

        assertThat(drive.due(first)).isEqualTo(due);
        assertThat(drive.daysOf(drive.cast().coordinator(), first, EXTENSION_REFUSED))
                .hasSize(1);
        assertThatThrownBy(() -> drive.asksForMoreTime(first, due)).isInstanceOf(LifecycleRefused.class);
        assertThatThrownBy(() -> drive.asksForMoreTime(first, drive.cutOff().plusDays(1)))
                .isInstanceOf(LifecycleRefused.class);
        drive.asksForMoreTime(first, drive.cutOff()).isGrantedMoreTime(first);
        assertThat(drive.due(first)).isEqualTo(drive.cutOff());
        assertThatThrownBy(() -> drive.asksForMoreTime(first, drive.cutOff())).isInstanceOf(LifecycleRefused.class);
    }

    /** The request stays beside the submission: neither hinders the other. */
    @EveryShape
    void goesToReview_whenItIsHandedInWhileMoreTimeIsAskedFor(Commitment any) {
        Drive drive = launched(any);
        StageKey first = drive.firstStage();
        drive.asksForMoreTime(first, drive.due(first).plusDays(10)).submits(first);
        drive.opens(drive.cast().reviewer(), first);
        drive.recalls(first);
        assertThat(drive.status(first)).isEqualTo(StageStatus.OPEN);
        assertThat(drive.openReview(drive.cast().reviewer(), first)).isPresent();
        drive.submits(first).isFoundComplete(first);
        ReviewItem milestone = drive.reviews(drive.cast().reviewer(), first)
                .filter(item -> item.kind() == ReviewKind.MILESTONE)
                .findFirst()
                .orElseThrow();
        drive.decides(milestone, "APPROVE");

        assertThat(drive.status(first)).isEqualTo(StageStatus.APPROVED);
        assertThat(drive.openReview(drive.cast().reviewer(), first)).isEmpty();
    }

    @EveryShape
    void hasTheTimeThatWasLeft_whenItIsResumed(Commitment any) {
        Drive drive = launched(any);
        StageKey first = drive.firstStage();
        LocalDate due = drive.due(first);
        drive.on(due.minusDays(10)).isSuspended();
        int reminded = drive.daysOf(drive.cast().coordinator(), first, REMINDER).size();
        drive.on(due.plusDays(30));

        assertThat(drive.daysOf(drive.cast().coordinator(), first, REMINDER, OVERDUE))
                .hasSize(reminded);
        assertThat(drive.rating().delivery()).isEqualTo(Delivery.SUSPENDED);
        assertThat(drive.rating().overdueStages()).isEmpty();
        assertThat(drive.task(first).task().overdueDays()).isZero();
        assertThat(drive.view().suspendedOn()).isEqualTo(due.minusDays(10));
        drive.drafts(first);
        assertThatThrownBy(() -> drive.submits(first)).isInstanceOf(UndertakingSuspended.class);
        drive.isResumed();

        LocalDate moved = lengthened(drive, first, due, 0);
        assertThat(drive.due(first)).isEqualTo(moved);
        assertThat(drive.rating().delivery()).isNotEqualTo(Delivery.SUSPENDED);
        drive.on(moved.plusDays(1));
        // the first of the new series stands in the inbox, the others in the digest
        assertThat(drive.daysOf(drive.cast().coordinator(), first, REMINDER)).contains(moved.minusDays(7));
        assertThat(drive.rating().overdueStages()).containsExactly(first.code());
        drive.movesTheMeeting(LocalDate.of(2026, 11, 19));
        assertThat(drive.due(first)).isEqualTo(lengthened(drive, first, due, 35));
    }

    /** Forty days of suspension later; the meeting moves only what hangs on it. */
    private LocalDate lengthened(Drive drive, StageKey stage, LocalDate before, int meetingMoved) {
        String due = drive.definition(stage).due();
        LocalDate bare = due.startsWith("M")
                ? LocalDate.of(2026, 10, 15)
                        .plusDays(DueExpression.parse(due).days())
                        .plusDays(meetingMoved)
                : before;
        return bean(WorkingDays.class).onOrAfter(bare.plusDays(40));
    }

    /** The fifth working day does not come while time stands still. */
    @EveryShape
    void waitsForTheCheck_whenItIsSuspendedMeanwhile(Commitment any) {
        Drive drive = launched(any);
        StageKey first = drive.firstStage();
        drive.submits(first).isSuspended().afterDays(20);
        assertThat(drive.status(first)).isEqualTo(StageStatus.COMPLETENESS_CHECK);
        assertThatThrownBy(() -> drive.isFoundComplete(first)).isInstanceOf(UndertakingSuspended.class);
        drive.isResumed().afterDays(5);
        assertThat(drive.status(first)).isEqualTo(StageStatus.COMPLETENESS_CHECK);
        drive.afterDays(4);
        assertThat(drive.status(first)).isEqualTo(StageStatus.UNDER_REVIEW);
    }

    @EveryShape
    void isCorrectedAndNothingHappensTwice_whenItIsReopened(Commitment any) {
        Drive drive = launched(any);
        StageKey first = drive.firstStage();
        drive.completes(first).now();
        StageSubmission before = drive.submission(first);
        LocalDate due = drive.due(first);
        Map<StageKey, StageStatus> others = others(drive, first);
        drive.isReopened(first);

        assertThat(drive.status(first)).isEqualTo(StageStatus.RETURNED);
        assertThat(drive.due(first)).isEqualTo(later(due, drive.today().plusDays(30)));
        assertThat(drive.daysOf(drive.cast().coordinator(), first, REOPENED)).hasSize(1);
        assertThat(others(drive, first)).isEqualTo(others);
        drive.submits(first);
        assertThat(drive.submission(first).tasks().get(0).previous())
                .isEqualTo(before.tasks().get(0).values());
        drive.recalls(first);
        assertThat(drive.status(first)).isEqualTo(StageStatus.RETURNED);
        drive.submits(first).isFoundComplete(first).isReturned(first);
        drive.completes(first).now();

        assertThat(drive.status(first)).isEqualTo(StageStatus.APPROVED);
        assertThat(drive.processes()).isEqualTo(1);
        assertThat(others(drive, first)).isEqualTo(others);
        drive.goesAllTheWay();
        assertThat(drive.processes()).isZero();
        assertThat(drive.rating().progress()).isEqualByComparingTo("100");
    }

    @EveryShape
    void endsAgain_whenAStageOfAnEndedUndertakingIsReopened(Commitment any) {
        Drive drive = launched(any).goesAllTheWay();
        List<StageKey> every =
                drive.view().stages().stream().map(StageView::stage).toList();
        assertThat(drive.processes()).isZero();
        for (StageKey stage : List.of(every.get(0), every.get(every.size() - 1))) {
            drive.isReopened(stage);
            assertThat(drive.processes()).isEqualTo(1);
            assertThat(drive.rating().delivery()).isNotEqualTo(Delivery.COMPLETED);
            drive.completes(stage);
            assertThat(drive.processes()).isZero();
            assertThat(drive.rating().delivery()).isEqualTo(Delivery.COMPLETED);
        }
    }

    @EveryShape
    void staysApproved_whenTheReportWasCirculated(Commitment any) {
        Drive drive = launched(any);
        StageKey first = drive.firstStage();
        assertThatThrownBy(() -> drive.isReopened(first)).isInstanceOf(LifecycleRefused.class);
        drive.completes(first);
        drive.on(drive.cutOff().plusDays(31));

        assertThatThrownBy(() -> drive.isReopened(first)).isInstanceOf(Refusal.class);
        assertThat(drive.status(first)).isEqualTo(StageStatus.APPROVED);
    }

    private static Map<StageKey, StageStatus> others(Drive drive, StageKey but) {
        return drive.view().stages().stream()
                .filter(stage -> !stage.stage().equals(but))
                .collect(java.util.stream.Collectors.toMap(StageView::stage, StageView::status));
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
