package org.randot.commitments.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.randot.commitments.shared.DataScope;
import org.randot.commitments.shared.Ids;
import org.randot.commitments.shared.MovableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@EngineTest
class ProcessLifeTests {
    @Autowired
    private Processes processes;

    @Autowired
    private Deployments deployments;

    @Autowired
    private TimeTravel time;

    @Autowired
    private MovableClock clock;

    @Autowired
    private Bell bell;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transactions;

    private Duration offset = Duration.ZERO;
    private final String undertaking = "TEST:ARG:" + Ids.next();

    @BeforeEach
    void launch() throws IOException {
        offset = clock.offset();
        deployments.deploy(
                "life",
                Map.of(
                        "life.bpmn", resource("/engine/life.bpmn"),
                        "milestone-review.bpmn", resource("/engine/milestone-review.bpmn")));
        bell.silence();
        DataScope.SYSTEM.run(() -> processes.start("life", undertaking, "ARG"));
    }

    @AfterEach
    void clear() {
        DataScope.SYSTEM.run(() -> processes.cancel(undertaking, "test"));
        clock.shiftBy(offset);
    }

    @Test
    void tellsEachStepOnce_whenAStageIsReturnedRecalledAndAccepted() {
        StageKey stage = new StageKey("T1.S1", null);
        assertThat(bell.heard)
                .containsExactly(
                        new EngineFact.StageEntered(undertaking, stage),
                        new EngineFact.TaskWaits(undertaking, stage, lastTask(), "answer"));
        assertThat(bell.rung).singleElement().satisfies(here -> {
            assertThat(here.stage()).isEqualTo(stage);
            assertThat(here.properties()).containsEntry("due", "M-P10D");
        });
        // when submitted
        complete(lastTask(), Map.of());
        assertThat(facts()).endsWith("ReviewCalled", "ReviewWaits");
        // when recalled
        DataScope.ofState("ARG").run(() -> processes.recall(undertaking, stage));
        assertThat(facts()).endsWith("ReviewLapsed", "TaskWaits");
        // when submitted again and returned
        complete(lastTask(), Map.of("request", "NOT_APPLICABLE"));
        assertThat(facts()).endsWith("ReviewCalled", "ReviewWaits");
        complete(lastTask(), Map.of("decision", "RETURN", "accepted", false));
        assertThat(facts()).endsWith("TaskWaits");
        // when submitted and accepted
        complete(lastTask(), Map.of());
        complete(lastTask(), Map.of("decision", "COMPLETE"));
        complete(lastTask(), Map.of("decision", "APPROVE", "accepted", true));
        assertThat(facts()).endsWith("StageLeft");
        assertThat(facts().stream().filter("StageEntered"::equals)).hasSize(1);
    }

    @Test
    void entersAYearlyStageOncePerYear_whenItsTimeComes() {
        complete(lastTask(), Map.of("request", "NOT_APPLICABLE"));
        complete(lastTask(), Map.of("decision", "ACCEPT", "accepted", true));
        bell.heard.clear();
        // when
        time.to(clock.instant().plus(Duration.ofDays(2)));
        // then
        StageKey first = new StageKey("T1.S2", 2025);
        StageKey second = new StageKey("T1.S2", 2026);
        assertThat(bell.heard)
                .contains(
                        new EngineFact.StageEntered(undertaking, first),
                        new EngineFact.StageEntered(undertaking, second))
                .hasSize(4);
        assertThat(bell.scopes).last().isEqualTo(DataScope.SYSTEM);
        // when
        waiting("report").forEach(task -> complete(task, Map.of()));
        assertThat(facts()).endsWith("StageLeft", "UndertakingEnded");
    }

    @Test
    void ringsAtItsOwnTime_whenTimeMovesPastIt() {
        DataScope.SYSTEM.run(() -> assertThat(processes.position(undertaking)).containsExactly("answer"));
        bell.rung.clear();
        // when
        time.to(clock.instant().plus(Duration.ofDays(30)));
        // then
        assertThat(bell.rung).singleElement().satisfies(here -> {
            assertThat(here.element()).isEqualTo("ring");
            assertThat(here.requireStage()).isEqualTo(new StageKey("T1.S1", null));
        });
    }

    @Test
    void leavesNothing_whenTheTransactionFailsAfterATaskWasCompleted() {
        String task = lastTask();
        jdbc.sql("update shared_clock set offset_millis = 0").update();
        // when
        assertThatThrownBy(() -> DataScope.SYSTEM.run(() -> transactions.executeWithoutResult(status -> {
                    processes.complete(task, Map.of());
                    jdbc.sql("update shared_clock set offset_millis = 42").update();
                    throw new IllegalStateException("broken");
                })))
                .hasMessage("broken");
        // then
        assertThat(jdbc.sql("select offset_millis from shared_clock")
                        .query(Long.class)
                        .single())
                .isZero();
        DataScope.SYSTEM.run(() -> assertThat(processes.position(undertaking)).containsExactly("answer"));
    }

    @Test
    void leavesNothing_whenAListenerFails() {
        String task = lastTask();
        bell.throwOnNext = new IllegalStateException("listener");
        // when
        assertThatThrownBy(() -> complete(task, Map.of())).hasStackTraceContaining("listener");
        // then
        DataScope.SYSTEM.run(() -> assertThat(processes.position(undertaking)).containsExactly("answer"));
    }

    @Test
    void isGone_whenATaskIsCompletedTwiceOrByAnotherState() {
        String task = lastTask();
        assertThatThrownBy(() -> DataScope.ofState("BRA").run(() -> processes.complete(task, Map.of())))
                .isInstanceOf(TaskGone.class);
        complete(task, Map.of());
        assertThatThrownBy(() -> complete(task, Map.of())).isInstanceOf(TaskGone.class);
        assertThatThrownBy(() -> processes.complete(task, Map.of())).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void writesNoHistory_whenProcessesRun() {
        complete(lastTask(), Map.of());
        List<String> tables = jdbc.sql(
                        "select table_name from information_schema.tables where table_schema = 'camunda' and table_name like 'act\\_hi\\_%'")
                .query(String.class)
                .list();
        assertThat(tables)
                .isNotEmpty()
                .allSatisfy(table -> assertThat(jdbc.sql("select count(*) from camunda." + table)
                                .query(Long.class)
                                .single())
                        .isZero());
    }

    private void complete(String task, Map<String, Object> decisions) {
        DataScope.SYSTEM.run(() -> processes.complete(task, decisions));
    }

    private List<String> facts() {
        return bell.heard.stream().map(fact -> fact.getClass().getSimpleName()).toList();
    }

    private String lastTask() {
        EngineFact last = bell.heard.get(bell.heard.size() - 1);
        if (last instanceof EngineFact.TaskWaits task) {
            return task.engineTask();
        }
        return ((EngineFact.ReviewWaits) last).engineTask();
    }

    private List<String> waiting(String element) {
        return bell.heard.stream()
                .filter(EngineFact.TaskWaits.class::isInstance)
                .map(EngineFact.TaskWaits.class::cast)
                .filter(task -> task.element().equals(element))
                .map(EngineFact.TaskWaits::engineTask)
                .toList();
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = ProcessLifeTests.class.getResourceAsStream(name)) {
            return java.util.Objects.requireNonNull(in).readAllBytes();
        }
    }
}
