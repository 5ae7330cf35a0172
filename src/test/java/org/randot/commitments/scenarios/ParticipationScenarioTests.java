package org.randot.commitments.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.randot.commitments.engine.StageKey;
import org.randot.commitments.identity.People;
import org.randot.commitments.packages.Catalogue;
import org.randot.commitments.packages.Commitment;
import org.randot.commitments.reference.DueExpression;
import org.randot.commitments.reference.Participation;
import org.randot.commitments.reference.ParticipationChange;
import org.randot.commitments.reference.ParticipationEffect;
import org.randot.commitments.reference.ParticipationPreview;
import org.randot.commitments.reference.Participations;
import org.randot.commitments.reference.States;
import org.randot.commitments.reference.WorkingDays;
import org.randot.commitments.shared.Text;
import org.randot.commitments.undertakings.Launches;
import org.randot.commitments.undertakings.StageStatus;
import org.randot.commitments.undertakings.UndertakingKey;
import org.randot.commitments.undertakings.UndertakingSuspended;

/** A state leaves the exercise, joins it, or comes back (domain.md 2.2 and 3.7). */
class ParticipationScenarioTests extends Stories {
    private static final LocalDate MEETING = LocalDate.of(2026, 10, 15);

    /** With stages that hang on the meeting. */
    private static final String ONE = "T1";

    /** An undertaking for each year. */
    private static final String YEARLY = "T2";

    @EveryPackage
    void isCancelledAndCanBeReadUntilTheStateReturns_whenTheStateLeaves(Commitment any) {
        Drive drive = launched(any);
        StageKey first = drive.firstStage();
        drive.completes(first).now();
        Optional<StageKey> handedIn = drive.readyStages().stream().findFirst();
        handedIn.ifPresent(drive::submits);
        List<StageKey> open = drive.openStages();
        String state = drive.key().state();
        LocalDate day = drive.today().plusDays(2);
        changes(drive, state, Participation.WITHDRAWN, day);
        assertThat(drive.process())
                .get()
                .extracting(ProcessInstance::isSuspended)
                .isEqualTo(false);
        drive.on(day);

        assertThat(drive.process())
                .get()
                .extracting(ProcessInstance::isSuspended)
                .isEqualTo(true);
        assertThat(drive.view().cancelled()).isTrue();
        assertThat(drive.status(first)).isEqualTo(StageStatus.APPROVED);
        assertThat(drive.submission(first).tasks()).isNotEmpty();
        assertThat(open).allSatisfy(stage -> assertThat(drive.openTask(stage)).isEmpty());
        assertThat(openReviews(drive)).isZero();
        assertThat(drive.matrix(Optional.empty()).cell(state, any.code())).isEmpty();
        assertThat(drive.matrix(Optional.of(day.minusDays(1))).cell(state, any.code()))
                .isPresent();

        changes(drive, state, Participation.ACTIVE, drive.today().plusDays(1));
        becomes(drive, "OPEN");
        try {
            drive.afterDays(2);
            bean(Launches.class).finish();
        } finally {
            becomes(drive, "CLOSED");
        }
        drive.now();
        assertThat(bean(States.class).get(state).participation()).isEqualTo(Participation.ACTIVE);
        goesOn(drive, handedIn, open);
    }

    /** A state that returns is launched in open cycles only. */
    private void becomes(Drive drive, String cycleState) {
        transaction.executeWithoutResult(status -> jdbc.sql("update cycle set state = ? where code = ?")
                .params(cycleState, drive.key().cycle())
                .update());
    }

    private void goesOn(Drive drive, Optional<StageKey> handedIn, List<StageKey> open) {
        assertThat(drive.view().cancelled()).isFalse();
        assertThat(drive.process())
                .get()
                .extracting(ProcessInstance::isSuspended)
                .isEqualTo(false);
        assertThat(drive.openStages()).containsAll(open);
        assertThat(open).allSatisfy(stage -> {
            assertThat(drive.openTask(stage)).isPresent();
            assertThat(count(
                            "select paused_days from stage where undertaking = ? and stage_key = ?",
                            drive.key().toString(),
                            stage.toString()))
                    .isPositive();
        });
        handedIn.ifPresent(stage -> {
            assertThat(openReviews(drive)).isEqualTo(1);
            drive.isFoundComplete(stage).isApproved(stage);
            assertThat(drive.status(stage)).isEqualTo(StageStatus.APPROVED);
        });
        assertThat(drive.matrix(Optional.empty())
                        .cell(drive.key().state(), drive.key().commitment()))
                .isPresent();
    }

    private long openReviews(Drive drive) {
        return count(
                "select count(*) from review where undertaking = ? and status = 'OPEN'",
                drive.key().toString());
    }

    /** Left out of other tests' way: each change has a day of its own, and the state takes part again afterwards. */
    private void changes(Drive drive, String state, Participation as, LocalDate day) {
        Text reason = new Text("A note.", "Una nota.", "Uma nota.", "Une note.");
        transaction.executeWithoutResult(
                status -> jdbc.sql("delete from participation_change where iso3 = ? and effective_on = ?")
                        .params(state, day)
                        .update());
        drive.as(drive.cast().administrator(), () -> {
            bean(Participations.class)
                    .change(new ParticipationChange(state, as, day, reason, "Note verbale"), "administrator");
            return true;
        });
    }

    @Test
    void hasTheDatesOfTheNewCalendar_whenTheMeetingMovedWhileItWasAway() {
        Drive drive = launched(ONE, "ARG");
        StageKey first = drive.firstStage();
        leaves(drive, drive.today().plusDays(2));
        LocalDate frozen = drive.due(first);
        drive.movesTheMeeting(MEETING.plusDays(35));
        assertThat(drive.due(first)).isEqualTo(frozen);
        returns(drive, drive.today().plusDays(10));

        LocalDate bare = MEETING.plusDays(35)
                .plusDays(DueExpression.parse(drive.definition(first).due()).days());
        LocalDate due = bean(WorkingDays.class).onOrAfter(bare.plusDays(10));
        assertThat(drive.due(first)).isEqualTo(due);
        assertThat(drive.task(first).task().dueDate()).isEqualTo(due);
        drive.on(due);
        assertThat(drive.rating().overdueStages()).isEmpty();
        drive.on(due.plusDays(1));
        assertThat(drive.rating().overdueStages()).containsExactly(first.code());
    }

    @Test
    void isStillSuspended_whenItWasSuspendedBeforeItsStateLeft() {
        Drive drive = launched(ONE, "BRA");
        StageKey first = drive.firstStage();
        LocalDate due = drive.due(first);
        LocalDate since = drive.today();
        drive.isSuspended();
        leaves(drive, since.plusDays(5));
        returns(drive, since.plusDays(15));

        assertThat(drive.view().cancelled()).isFalse();
        assertThat(drive.view().suspendedOn()).isEqualTo(since);
        assertThat(isSuspended(drive)).isTrue();
        assertThatThrownBy(() -> drive.submits(first)).isInstanceOf(UndertakingSuspended.class);
        assertThat(drive.due(first)).isEqualTo(due);
        drive.on(since.plusDays(20)).isResumed();
        assertThat(isSuspended(drive)).isFalse();
        assertThat(drive.due(first)).isEqualTo(bean(WorkingDays.class).onOrAfter(due.plusDays(20)));
        drive.completes(first);
        assertThat(drive.status(first)).isEqualTo(StageStatus.APPROVED);
    }

    /** Also what an administrator is shown before the change: what starts, goes on and ends. */
    @Test
    void isLaunchedWhatTheOthersWere_whenItTakesPartForTheFirstTime() {
        Drive other = launched(YEARLY, "CHL");
        Drive joining = of("PER", other);
        assertThat(effect(other, "CHL", Participation.WITHDRAWN)).isEqualTo(new ParticipationEffect(0, 0, 2));
        assertThat(effect(other, "PER", Participation.WITHDRAWN)).isEqualTo(new ParticipationEffect(0, 0, 0));
        leaves(joining, other.today().plusDays(2));
        becomes(other, "OPEN");
        try {
            assertThat(effect(other, "CHL", Participation.ACTIVE)).isEqualTo(new ParticipationEffect(0, 0, 0));
            assertThat(effect(other, "PER", Participation.ACTIVE)).isEqualTo(new ParticipationEffect(2, 0, 0));
        } finally {
            becomes(other, "CLOSED");
        }
        returns(joining, other.today().plusDays(2));
        joining.withTheOtherYears()
                .forEach(year -> assertThat(year.view().cancelled()).isFalse());
        assertThat(joining.openStages()).containsExactly(joining.firstStage());
        assertThat(joining.stage(joining.firstStage()).openedOn()).isEqualTo(other.today());

        leaves(other, other.today().plusDays(2));
        becomes(other, "OPEN");
        try {
            assertThat(effect(other, "CHL", Participation.ACTIVE)).isEqualTo(new ParticipationEffect(0, 2, 0));
        } finally {
            becomes(other, "CLOSED");
        }
        assertThat(effect(other, "CHL", Participation.OBSERVER)).isEqualTo(new ParticipationEffect(0, 0, 0));
        returns(other, other.today().plusDays(2));
        joining.withTheOtherYears().forEach(Drive::isAbandoned);
    }

    private void leaves(Drive drive, LocalDate day) {
        changes(drive, drive.key().state(), Participation.WITHDRAWN, day);
        drive.on(day);
    }

    private void returns(Drive drive, LocalDate day) {
        changes(drive, drive.key().state(), Participation.ACTIVE, day);
        becomes(drive, "OPEN");
        try {
            drive.on(day);
            bean(Launches.class).finish();
        } finally {
            becomes(drive, "CLOSED");
        }
        drive.now();
    }

    private boolean isSuspended(Drive drive) {
        return drive.process().orElseThrow().isSuspended();
    }

    private ParticipationEffect effect(Drive any, String state, Participation participation) {
        return any.as(
                any.cast().administrator(),
                () -> bean(ParticipationPreview.class).effect(state, participation));
    }

    private Drive launched(String commitment, String state) {
        return launched(bean(Catalogue.class).byCode(commitment), state).get(0);
    }

    /** The same undertaking of another state. */
    private Drive of(String state, Drive drive) {
        UndertakingKey key = drive.key();
        return new Drive(
                context,
                drive.commitment(),
                new UndertakingKey(key.cycle(), state, key.commitment(), key.year()),
                new Cast(bean(People.class), state));
    }
}
