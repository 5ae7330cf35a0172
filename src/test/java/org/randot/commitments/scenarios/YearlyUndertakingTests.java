package org.randot.commitments.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.randot.commitments.engine.StageKey;
import org.randot.commitments.forms.FormFinding;
import org.randot.commitments.identity.CurrentActor;
import org.randot.commitments.packages.Catalogue;
import org.randot.commitments.status.Delivery;
import org.randot.commitments.status.Level;
import org.randot.commitments.status.StatusCell;
import org.randot.commitments.undertakings.LaunchProgress;
import org.randot.commitments.undertakings.LaunchRule;
import org.randot.commitments.undertakings.Launches;
import org.randot.commitments.undertakings.SaveDraft;
import org.randot.commitments.undertakings.StageStatus;
import org.randot.commitments.undertakings.TaskSummary;
import org.randot.commitments.undertakings.Tasks;
import org.randot.commitments.undertakings.YearNotOver;

/** One undertaking for each reporting year (domain.md 3.1, 3.6, 6.2), with the yearly package of the tests. */
class YearlyUndertakingTests extends Stories {
    private static final String COMMITMENT = "T2";
    private static final StageKey OPENED = new StageKey("T2.S1", null);
    private static final StageKey CERTIFIED = new StageKey("T2.S2", null);

    @Test
    void startsOneForEachYearAndNoneAgain_whenLaunchedTwice() {
        // given
        String cycle = launched(COMMITMENT, "ARG", "BRA").key().cycle();
        // when
        LaunchProgress again = bean(CurrentActor.class)
                .callAs(
                        new Cast(bean(org.randot.commitments.identity.People.class), "ARG").administrator(),
                        () -> bean(Launches.class)
                                .progress(bean(Launches.class)
                                        .launch(cycle, List.of("ARG", "BRA"), List.of(COMMITMENT))));
        // then
        assertThat(rows(String.class, "select key from undertaking where cycle = ? order by key", cycle))
                .containsExactly(
                        cycle + ":ARG:T2:2024", cycle + ":ARG:T2:2025", cycle + ":BRA:T2:2024", cycle + ":BRA:T2:2025");
        assertThat(again.total()).isEqualTo(4);
        assertThat(again.already()).isEqualTo(4);
    }

    @Test
    void countsByTheRule() {
        Drive drive = launched(COMMITMENT, "CHL");
        LaunchRule rule = drive.as(
                drive.cast().administrator(),
                () -> bean(Launches.class).rule(drive.key().cycle()));

        long yearly = bean(Catalogue.class).all().stream()
                .filter(commitment -> commitment.yearly())
                .count();
        assertThat(rule.states()).isEqualTo(32);
        assertThat(rule.years()).isEqualTo(2);
        assertThat(rule.yearly()).isEqualTo((int) yearly);
        assertThat(rule.commitments() + rule.yearly())
                .isEqualTo(bean(Catalogue.class).all().size());
        assertThat(new LaunchRule(32, 8, 1, 2).total()).isEqualTo(320);
    }

    @Test
    void opensOnTheFirstOfDecemberAndIsHandedInFromJanuary() {
        Drive year = launched(COMMITMENT, "COL").ofTheYear(2025);

        year.on(LocalDate.of(2025, 11, 30));
        assertThat(year.status(OPENED)).isEqualTo(StageStatus.NOT_STARTED);
        year.on(LocalDate.of(2025, 12, 1));
        assertThat(year.status(OPENED)).isEqualTo(StageStatus.OPEN);
        assertThat(year.due(OPENED)).isEqualTo(LocalDate.of(2026, 3, 31));
        assertThatExceptionOfType(YearNotOver.class).isThrownBy(() -> year.submits(OPENED));

        year.on(LocalDate.of(2026, 1, 1)).submits(OPENED);
        assertThat(year.submission(OPENED).tasks().get(0).values().path("year").asInt())
                .isEqualTo(2025);
        assertThat(year.tasksOf(OPENED).get(0).stageTitle()).endsWith("2025");
    }

    @Test
    void leavesAYearOut_whenItIsNotYetOpen() {
        Drive first = launched(COMMITMENT, "DMA").goesAllTheWay();
        assertThat(first.today()).isBefore(LocalDate.of(2025, 12, 1));

        assertThat(cell(first).rating().level()).isEqualTo(Level.IMPLEMENTED);
        assertThat(cell(first).rating().delivery()).isEqualTo(Delivery.COMPLETED);
        assertThat(cell(first).undertakings())
                .extracting(StatusCell.Part::counts)
                .containsExactly(true, false);

        first.on(LocalDate.of(2025, 12, 2));
        assertThat(cell(first).rating().level()).isEqualTo(Level.NO_REPORT);
        assertThat(cell(first).rating().delivery()).isEqualTo(Delivery.ON_TRACK);
    }

    /** V12 of domain.md 8.3. */
    @Test
    void isNoReport_whenAYearIsNotCertifiedByTheCutOff() {
        // given: the first year certified, the second handed in, but not certified
        Drive first = launched(COMMITMENT, "ECU").goesAllTheWay();
        Drive second = first.ofTheYear(2025);
        second.on(LocalDate.of(2026, 2, 2)).completes(OPENED);
        // when
        second.on(second.cutOff());
        assertThat(second.rating().level()).isEqualTo(Level.PARTIALLY_IMPLEMENTED);
        second.on(second.cutOff().plusDays(1));
        // then
        assertThat(second.rating().level()).isEqualTo(Level.NO_REPORT);
        assertThat(first.rating().level()).isEqualTo(Level.IMPLEMENTED);
        assertThat(cell(first).rating().level()).isEqualTo(Level.NO_REPORT);
        assertThat(cell(first).undertakings())
                .extracting(part -> part.rating().level())
                .containsExactly(Level.IMPLEMENTED, Level.NO_REPORT);
        // and what comes after the cut-off does not change it
        second.now().completes(CERTIFIED);
        assertThat(second.rating().level()).isEqualTo(Level.NO_REPORT);
    }

    @Test
    void looksAtTheFiguresOfTheYearBefore() {
        Drive first = launched(COMMITMENT, "GRD").goesAllTheWay();
        Drive second = first.ofTheYear(2025);
        second.on(LocalDate.of(2026, 2, 2)).completes(OPENED).now();
        TaskSummary task = second.openTask(CERTIFIED).orElseThrow();
        ObjectNode values = Samples.of("riverCertificate", 2025).put("floats", 25);

        List<FormFinding> found = second.as(
                second.cast().coordinator(),
                () -> bean(Tasks.class)
                        .saveDraft(new SaveDraft(task.id(), task.version(), values), Locale.ENGLISH)
                        .findings());

        assertThat(found).extracting(FormFinding::code).contains("FLOATS_GT_DOUBLE");
    }

    private Drive launched(String commitment, String... states) {
        return launched(bean(Catalogue.class).byCode(commitment), states).get(0);
    }

    private static StatusCell cell(Drive drive) {
        return drive.matrix(Optional.empty())
                .cell(drive.key().state(), COMMITMENT)
                .orElseThrow();
    }
}
