package org.randot.commitments.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.randot.commitments.reminders.NoticeKind.ESCALATION;
import static org.randot.commitments.reminders.NoticeKind.OVERDUE;
import static org.randot.commitments.reminders.NoticeKind.REMINDER;
import static org.randot.commitments.reminders.NoticeKind.REVIEW_ESCALATION;
import static org.randot.commitments.reminders.NoticeKind.REVIEW_OVERDUE;
import static org.randot.commitments.reminders.NoticeKind.REVIEW_REMINDER;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.randot.commitments.engine.StageKey;
import org.randot.commitments.packages.Commitment;
import org.randot.commitments.reference.DueExpression;
import org.randot.commitments.reference.WorkingDays;
import org.randot.commitments.shared.Refusal;
import org.randot.commitments.status.Delivery;
import org.randot.commitments.undertakings.StageStatus;

/** Dates, reminders and escalation (domain.md 3.2, 3.4, 3.5), and what lateness does to the matrix (6.2). */
class TimeScenarioTests extends Stories {
    /** domain.md 3.4, as far as the days that the scenario lives through. */
    private static final Map<String, List<Integer>> PROFILES = Map.of(
            "R1", List.of(-30, -14, -7, -1, 0, 7, 14, 30, 60),
            "R2", List.of(-90, -60, -30, -14, -7, 0, 14, 30, 60),
            "R3", List.of(-60, -30, -14, -7, -3, -1, 0, 3, 7, 14, 28, 42, 56));

    /** domain.md 3.5: alternates and secretariat, Permanent Mission, chair. */
    private static final Map<String, List<Integer>> LADDERS =
            Map.of("X1", List.of(7, 21, 46), "X2", List.of(3, 10, 20));

    private static final int LONG_OVERDUE = 61;

    @EveryShape
    void remindsOnTheDaysOfTheProfile_whenNobodyHandsIn(Commitment any) {
        Drive drive = launched(any);
        StageKey first = drive.firstStage();
        LocalDate due = drive.due(first);
        LocalDate opened = drive.today();
        drive.on(due.plusDays(LONG_OVERDUE));

        List<LocalDate> days = PROFILES.get(drive.definition(first).reminderProfile()).stream()
                .map(due::plusDays)
                .filter(day -> !day.isBefore(opened))
                .toList();
        assertThat(drive.daysOf(drive.cast().coordinator(), first, REMINDER, OVERDUE))
                .isEqualTo(days);
    }

    @EveryShape
    void tellsOthers_whenTheStageIsLongOverdue(Commitment any) {
        Drive drive = launched(any);
        StageKey first = drive.firstStage();
        LocalDate due = drive.due(first);
        drive.on(due.plusDays(LONG_OVERDUE));

        List<Integer> ladder = LADDERS.get(drive.definition(first).escalation());
        assertThat(drive.daysOf(drive.cast().coordinator(), first, ESCALATION))
                .containsExactly(due.plusDays(ladder.get(0)));
        assertThat(drive.daysOf(drive.cast().secretariat(), first, ESCALATION)).hasSize(1);
        assertThat(drive.daysOf(drive.cast().missionObserver(), first, ESCALATION))
                .containsExactly(due.plusDays(ladder.get(1)));
        assertThat(drive.daysOf(drive.cast().chair(), first, ESCALATION)).containsExactly(due.plusDays(ladder.get(2)));
    }

    @EveryShape
    void remindsNobodyOfTheState_whileItWaitsForSomebodyElse(Commitment any) {
        Drive drive = launched(any);
        StageKey first = drive.firstStage();
        LocalDate due = drive.due(first);
        drive.submits(first).on(due.plusDays(LONG_OVERDUE));

        assertThat(drive.daysOf(drive.cast().coordinator(), first, REMINDER, OVERDUE, ESCALATION))
                .allSatisfy(day -> assertThat(day).isEqualTo(FIRST_DAY));
        assertThat(drive.rating().overdueStages()).isEmpty();
    }

    /** Profile R4 and ladder XR. */
    @EveryShape
    void remindsTheReviewerAndTellsOthers_whenNobodyDecides(Commitment any) {
        Drive drive = launched(any);
        StageKey first = drive.firstStage();
        drive.submits(first).isFoundComplete(first);
        LocalDate assigned = drive.today();
        drive.on(assigned.plusDays(50));

        assertThat(drive.daysOfAnybody(first, REVIEW_REMINDER, REVIEW_OVERDUE))
                .isEqualTo(days(assigned, 7, 14, 21, 24, 28));
        assertThat(drive.daysOf(drive.cast().chair(), first, REVIEW_ESCALATION)).isEqualTo(days(assigned, 35));
        assertThat(drive.daysOf(drive.cast().secretariat(), first, REVIEW_ESCALATION))
                .isEqualTo(days(assigned, 49));
    }

    private static List<LocalDate> days(LocalDate from, Integer... after) {
        return Stream.of(after).map(from::plusDays).toList();
    }

    @EveryShape
    void opensOnTheFirstOfDecemberAndRepeatsEachYear_whenAStageIsYearly(Commitment any) {
        assumeThat(any.stages()).anyMatch(Commitment.Stage::yearly);
        Drive drive = launched(any);
        String code = drive.yearlyStage().orElseThrow().code();
        StageKey past = new StageKey(code, 2024);
        StageKey coming = new StageKey(code, 2025);
        drive.reaches(past);
        assertThat(drive.status(past)).isEqualTo(StageStatus.OPEN);
        assertThat(drive.status(coming)).isEqualTo(StageStatus.NOT_STARTED);
        drive.completes(past);

        drive.on(LocalDate.of(2025, 11, 30));
        assertThat(drive.status(coming)).isEqualTo(StageStatus.NOT_STARTED);
        drive.on(LocalDate.of(2025, 12, 1));
        assertThat(drive.status(coming)).isEqualTo(StageStatus.OPEN);
        assertThatThrownBy(() -> drive.submits(coming)).isInstanceOf(Refusal.class);
        assertThat(drive.isSettled(code)).isFalse();

        int before = drive.rating().progress().intValue();
        drive.on(LocalDate.of(2026, 1, 1)).completes(coming);
        assertThat(drive.isSettled(code)).isTrue();
        assertThat(drive.rating().progress().intValue() - before)
                .isEqualTo(drive.definition(coming).weight());
    }

    /** V14 of domain.md 8.3: the formula's day lies 21 days ahead, the state has 30. */
    @EveryShape
    void hasItsMinimumDays_whenAYearlyStageOpensLate(Commitment any) {
        assumeThat(any.stages()).anyMatch(Commitment.Stage::yearly);
        Drive drive = launched(any);
        Commitment.Stage yearly = drive.yearlyStage().orElseThrow();
        StageKey coming = new StageKey(yearly.code(), 2025);
        DueExpression formula = DueExpression.parse(yearly.due());
        assertThat(formula.anchor()).isEqualTo(DueExpression.Anchor.Y);
        LocalDate opens = LocalDate.of(2025, 12, 31).plusDays(formula.days()).minusDays(21);
        drive.on(opens);
        List<StageKey> before = drive.readyStages().stream()
                .filter(stage -> yearly.after().contains(stage.code()))
                .toList();
        before.forEach(drive::completes);
        drive.now();

        assertThat(drive.status(coming)).isEqualTo(StageStatus.OPEN);
        LocalDate floor = opens.plusDays(yearly.minimumDays());
        assertThat(drive.due(coming)).isEqualTo(bean(WorkingDays.class).onOrAfter(floor));
    }

    /** V8 and V9 of domain.md 8.3, with the boundary of 6.2: due today is not overdue. */
    @EveryShape
    void isAtRiskAndThenOffTrack_whenAMandatoryStageIsOverdue(Commitment any) {
        Drive drive = launched(any);
        StageKey first = drive.firstStage();
        LocalDate due = drive.due(first);
        drive.drafts(first);

        drive.on(due);
        assertThat(drive.rating().overdueStages()).isEmpty();
        drive.on(due.plusDays(1));
        assertThat(drive.rating().overdueStages()).containsExactly(first.code());
        assertThat(drive.rating().delivery()).isEqualTo(Delivery.AT_RISK);
        drive.on(due.plusDays(45));
        assertThat(drive.rating().delivery()).isEqualTo(Delivery.AT_RISK);
        drive.on(due.plusDays(46));
        assertThat(drive.rating().delivery()).isEqualTo(Delivery.OFF_TRACK);
        assertThat(drive.ratingOn(Optional.of(due.plusDays(45))).delivery()).isEqualTo(Delivery.AT_RISK);
    }

    @EveryShape
    void isOffTrack_whenAReturnedMandatoryStageIsOverdue(Commitment any) {
        Drive drive = launched(any);
        StageKey first = drive.firstStage();
        drive.submits(first).isFoundComplete(first).isReturned(first);
        drive.on(drive.due(first));
        assertThat(drive.rating().delivery()).isNotEqualTo(Delivery.OFF_TRACK);
        drive.on(drive.due(first).plusDays(1));

        assertThat(drive.rating().delivery()).isEqualTo(Delivery.OFF_TRACK);
    }

    /** V10 of domain.md 8.3, (ii) and then (i). */
    @EveryShape
    void isAtRiskUntilHalfIsFilled_whenDueWithinFourteenDays(Commitment any) {
        Drive drive = launched(any);
        StageKey first = drive.firstStage();
        LocalDate due = drive.due(first);

        drive.on(due.minusDays(15));
        assertThat(drive.rating().delivery()).isEqualTo(Delivery.ON_TRACK);
        drive.on(due.minusDays(14));
        assertThat(drive.rating().delivery()).isEqualTo(Delivery.AT_RISK);
        drive.on(due);
        assertThat(drive.rating().delivery()).isEqualTo(Delivery.AT_RISK);
        drive.draftsAll(first);
        assertThat(drive.rating().delivery()).isEqualTo(Delivery.ON_TRACK);
        assertThat(drive.rating().overdueStages()).isEmpty();
    }

    @EveryShape
    void doesNotPassTheCutOff_whenReturnedShortlyBefore(Commitment any) {
        Drive drive = launched(any);
        StageKey first = drive.firstStage();
        drive.on(drive.cutOff().minusDays(10))
                .submits(first)
                .isFoundComplete(first)
                .isReturned(first);
        assertThat(drive.due(first)).isEqualTo(drive.cutOff());

        drive.on(drive.cutOff().plusDays(2))
                .submits(first)
                .isFoundComplete(first)
                .isReturned(first);
        LocalDate granted = drive.cutOff().plusDays(12);
        assertThat(drive.due(first)).isEqualTo(granted);
        drive.movesTheCutOff(drive.today().minusDays(1));
        assertThat(drive.due(first)).isEqualTo(granted);
        drive.movesTheCutOff(drive.today().plusDays(3));
        assertThat(drive.due(first)).isEqualTo(drive.today().plusDays(3));
    }

    /** V13 of domain.md 8.3. */
    @EveryShape
    void movesOpenDatesAndTheirReminders_whenTheMeetingMoves(Commitment any) {
        assumeThat(any.stages()).anyMatch(Commitment.Stage::yearly);
        Drive drive = launched(any);
        StageKey first = drive.firstStage();
        String due = drive.definition(first).due();
        LocalDate meeting = LocalDate.of(2026, 11, 19);
        drive.afterDays(1).movesTheMeeting(meeting);

        assertThat(DueExpression.parse(due).anchor()).isEqualTo(DueExpression.Anchor.M);
        LocalDate moved = bean(WorkingDays.class)
                .onOrAfter(meeting.plusDays(DueExpression.parse(due).days()));
        assertThat(drive.due(first)).isEqualTo(moved);
        assertThat(drive.task(first).task().dueDate()).isEqualTo(moved);
        StageKey coming = new StageKey(drive.yearlyStage().orElseThrow().code(), 2025);
        LocalDate ofTheYear = drive.due(coming);
        drive.on(moved);
        List<LocalDate> days = PROFILES.get(drive.definition(first).reminderProfile()).stream()
                .filter(offset -> offset <= 0)
                .map(moved::plusDays)
                .toList();
        assertThat(drive.daysOf(drive.cast().coordinator(), first, REMINDER)).isEqualTo(days);
        drive.completes(first);
        drive.movesTheMeeting(meeting.plusDays(7));
        assertThat(drive.due(first)).isEqualTo(moved);
        assertThat(drive.due(coming)).isEqualTo(ofTheYear);
    }
}
