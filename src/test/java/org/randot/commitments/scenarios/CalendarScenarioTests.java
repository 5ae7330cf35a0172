package org.randot.commitments.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Assumptions;
import org.randot.commitments.engine.Processes;
import org.randot.commitments.engine.StageKey;
import org.randot.commitments.packages.Commitment;
import org.randot.commitments.reference.CalendarChange;
import org.randot.commitments.reference.CalendarEffect;
import org.randot.commitments.reference.CalendarEffects;
import org.randot.commitments.reference.Cycles;
import org.randot.commitments.reference.DueDateShift;
import org.randot.commitments.reference.DueExpression;
import org.randot.commitments.reference.DueExpression.Anchor;
import org.randot.commitments.reference.WorkingDays;
import org.randot.commitments.shared.DataScope;
import org.randot.commitments.undertakings.Launches;
import org.randot.commitments.undertakings.StageStatus;
import org.randot.commitments.undertakings.UndertakingView.StageView;

/** The calendar moves (domain.md 3.2, rule 4). */
class CalendarScenarioTests extends Stories {
    private static final LocalDate MEETING = LocalDate.of(2026, 10, 15);

    /** V13 of domain.md 8.3, with the timers. */
    @EveryPackage
    void movesEveryOpenDateAndItsTimersOnce_whenTheMeetingMoves(Commitment any) {
        Drive drive = launched(any);
        StageKey first = drive.firstStage();
        drive.completes(first).now();
        Map<StageKey, LocalDate> before = dates(drive);
        List<Instant> timers = drive.timers();
        drive.movesTheMeeting(MEETING.plusDays(35));

        for (StageView stage : drive.view().stages()) {
            LocalDate old = before.get(stage.stage());
            assertThat(stage.dueDate()).isEqualTo(expected(drive, stage, old));
        }
        List<Instant> moved = drive.timers();
        assertThat(moved).hasSameSizeAs(timers);
        assertThat(moved.equals(timers))
                .isEqualTo(drive.view().stages().stream()
                        .filter(stage -> stage.status().isWithCoordinator())
                        .allMatch(stage -> drive.due(stage.stage()).equals(before.get(stage.stage()))));
        DataScope.SYSTEM.run(() -> transaction.executeWithoutResult(
                status -> bean(Processes.class).reschedule(drive.key().toString())));
        assertThat(drive.timers()).isEqualTo(moved);
        List<Long> summaries = summaries(drive);
        assertThat(summaries).allMatch(each -> each == 1);
        assertThat(summaries.isEmpty()).isEqualTo(dates(drive).equals(before));
    }

    private LocalDate expected(Drive drive, StageView stage, LocalDate before) {
        DueExpression formula =
                DueExpression.parse(drive.definition(stage.stage()).due());
        boolean follows = formula.anchor() == Anchor.M || formula.anchor() == Anchor.C;
        if (!follows || stage.status().isSettled()) {
            return before;
        }
        LocalDate anchor = formula.anchor() == Anchor.M ? MEETING : MEETING.minusDays(60);
        LocalDate bare = anchor.plusDays(35).plusDays(formula.days());
        LocalDate opened = stage.openedOn();
        LocalDate floor = opened == null
                ? bare
                : opened.plusDays(drive.definition(stage.stage()).minimumDays());
        LocalDate day = bean(WorkingDays.class).onOrAfter(bare.isBefore(floor) ? floor : bare);
        return day.isAfter(drive.cutOff()) ? drive.cutOff() : day;
    }

    private static Map<StageKey, LocalDate> dates(Drive drive) {
        Map<StageKey, LocalDate> dates = new HashMap<>();
        drive.view().stages().forEach(stage -> dates.put(stage.stage(), stage.dueDate()));
        return dates;
    }

    @EveryShape
    void movesEveryOpenDateAndItsTimersOnce_whenTheCutOffIsSetApart(Commitment any) {
        Drive drive = launched(any);
        StageKey first = drive.firstStage();
        Map<StageKey, LocalDate> before = dates(drive);
        List<Instant> timers = drive.timers();
        LocalDate cutOff = drive.due(first).minusDays(8);
        CalendarEffect effect = drive.as(
                drive.cast().administrator(),
                () -> bean(CalendarEffects.class).ofCutOffDate(drive.key().cycle(), cutOff));
        assertThat(dates(drive)).isEqualTo(before);
        assertThat(effect.yearsLeaving()).containsExactly(2025);
        drive.movesTheCutOff(cutOff).movesTheCutOff(cutOff);

        assertThat(foreseen(before, effect, drive)).isEqualTo(dates(drive));
        assertThat(drive.due(first)).isEqualTo(cutOff);
        assertThat(drive.task(first).task().dueDate()).isEqualTo(cutOff);
        assertThat(drive.view().stages())
                .filteredOn(stage -> stage.counts() && stage.dueDate() != null)
                .allSatisfy(stage -> assertThat(stage.dueDate()).isBeforeOrEqualTo(cutOff));
        assertThat(drive.timers()).hasSameSizeAs(timers).isNotEqualTo(timers);
        assertThat(summaries(drive)).isNotEmpty().allMatch(each -> each == 1);
        assertThat(effect.shifts())
                .filteredOn(shift -> shift.kind() == DueDateShift.Kind.LEAVES)
                .extracting(DueDateShift::stage)
                .isEqualTo(gone(drive));

        drive.movesTheMeeting(MEETING.plusDays(35));
        assertThat(drive.cutOff()).isEqualTo(cutOff);
        assertThat(drive.due(first)).isEqualTo(cutOff);
        drive.movesTheCutOff(null);
        bean(Launches.class).finish();
        drive.now();
        assertThat(drive.cutOff()).isEqualTo(MEETING.plusDays(35 - 60));
        drive.view().stages().stream()
                .filter(stage -> !stage.status().isSettled())
                .forEach(stage ->
                        assertThat(stage.dueDate()).isEqualTo(expected(drive, stage, before.get(stage.stage()))));
        assertThat(bean(Cycles.class).history(drive.key().cycle()))
                .extracting(CalendarChange::key, CalendarChange::to, CalendarChange::byHand, CalendarChange::changedBy)
                .containsExactly(
                        tuple(CalendarChange.Key.C, MEETING.minusDays(25), false, "administrator"),
                        tuple(CalendarChange.Key.M, MEETING.plusDays(35), true, "administrator"),
                        tuple(CalendarChange.Key.C, cutOff, true, "administrator"));
    }

    /** What the preview said, put into the dates of before. */
    private static Map<StageKey, LocalDate> foreseen(
            Map<StageKey, LocalDate> before, CalendarEffect effect, Drive drive) {
        Map<StageKey, LocalDate> dates = new HashMap<>(before);
        effect.shifts().stream()
                .filter(shift -> shift.kind() == DueDateShift.Kind.MOVES)
                .filter(shift -> shift.undertaking().equals(drive.key().toString()))
                .forEach(shift -> dates.put(StageKey.parse(shift.stage()), shift.to()));
        return dates;
    }

    /** The years of a stage, or the whole undertaking, that left with 2025. */
    private static List<String> gone(Drive drive) {
        if (drive.key().year() != null) {
            return List.of("");
        }
        return drive.view().stages().stream()
                .filter(stage -> !stage.counts())
                .map(stage -> stage.stage().toString())
                .toList();
    }

    /** How many each coordinator was told. */
    private List<Long> summaries(Drive drive) {
        return rows(
                Long.class,
                "select count(*) from notice where kind = 'DATES_CHANGED' and undertaking like ? group by person",
                drive.key().cycle() + ":%");
    }

    /** While other years run, and after all of them were approved. */
    @EveryPackage
    void launchesAYear_whenItEntersTheCycle(Commitment any) {
        Assumptions.assumeTrue(any.stages().stream().anyMatch(Commitment.Stage::yearly));
        Drive drive = launched(any);
        String code = drive.yearlyStage().orElseThrow().code();
        drive.reaches(new StageKey(code, 2024))
                .completes(new StageKey(code, 2024))
                .now();
        drive.movesTheMeeting(LocalDate.of(2027, 4, 15));
        StageKey late = new StageKey(code, 2026);
        assertThat(drive.status(late)).isEqualTo(StageStatus.NOT_STARTED);
        assertThat(drive.processes()).isEqualTo(1);
        drive.goesAllTheWay();
        assertThat(drive.status(late)).isEqualTo(StageStatus.APPROVED);
        assertThat(drive.processes()).isZero();

        drive.movesTheMeeting(LocalDate.of(2028, 4, 15));
        StageKey later = new StageKey(code, 2027);
        assertThat(drive.processes()).isEqualTo(1);
        drive.goesAllTheWay();
        assertThat(drive.status(later)).isEqualTo(StageStatus.APPROVED);
        assertThat(drive.processes()).isZero();
    }

    @EveryPackage
    void countsAYearNoLonger_whenItLeavesTheCycle(Commitment any) {
        Assumptions.assumeTrue(any.stages().stream().anyMatch(Commitment.Stage::yearly));
        Drive drive = launched(any);
        String code = drive.yearlyStage().orElseThrow().code();
        StageKey past = new StageKey(code, 2024);
        StageKey gone = new StageKey(code, 2025);
        drive.reaches(past).completes(past).now();
        drive.movesTheMeeting(LocalDate.of(2026, 2, 16)).now();

        assertThat(drive.stage(gone).counts()).isFalse();
        drive.goesAllTheWay();
        assertThat(drive.position()).isEmpty();
        assertThat(drive.rating().progress()).isEqualByComparingTo("100");
        assertThat(drive.processes()).isZero();
        assertThat(drive.status(gone)).isEqualTo(StageStatus.NOT_STARTED);
    }

    /** A year of a stage, and one that is an undertaking of its own. */
    @EveryPackage
    void countsAYearAgain_whenItComesBack(Commitment any) {
        Optional<String> code = any.stages().stream()
                .filter(Commitment.Stage::yearly)
                .map(Commitment.Stage::code)
                .findFirst();
        Assumptions.assumeTrue(any.yearly() || code.isPresent());
        Drive drive = launched(any);
        Drive gone = any.yearly() ? drive.ofTheYear(2025) : drive;
        code.ifPresent(stage -> drive.reaches(new StageKey(stage, 2024)));
        drive.movesTheMeeting(LocalDate.of(2026, 2, 16)).now();
        assertThat(gone.view().cancelled()).isEqualTo(any.yearly());
        code.ifPresent(stage ->
                assertThat(drive.stage(new StageKey(stage, 2025)).counts()).isFalse());

        drive.movesTheMeeting(MEETING);
        bean(Launches.class).finish();
        drive.now();
        assertThat(gone.view().cancelled()).isFalse();
        assertThat(gone.process())
                .get()
                .extracting(ProcessInstance::isSuspended)
                .isEqualTo(false);
        code.ifPresent(stage ->
                assertThat(drive.stage(new StageKey(stage, 2025)).counts()).isTrue());
        gone.goesAllTheWay();
        assertThat(gone.isSettled()).isTrue();
    }
}
