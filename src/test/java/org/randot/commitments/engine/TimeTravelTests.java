package org.randot.commitments.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.randot.commitments.shared.DataScope;
import org.randot.commitments.shared.Ids;
import org.randot.commitments.shared.MovableClock;
import org.springframework.beans.factory.annotation.Autowired;

@EngineTest
class TimeTravelTests {
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
    private ProcessEngine engine;

    private final String undertaking = "TEST:ARG:" + Ids.next();

    @BeforeEach
    void launch() throws IOException {
        try (InputStream in = Objects.requireNonNull(getClass().getResourceAsStream("/engine/life.bpmn"))) {
            deployments.deploy("life", Map.of("life.bpmn", in.readAllBytes()));
        }
        DataScope.SYSTEM.run(() -> processes.start("life", undertaking, "ARG"));
        bell.silence();
    }

    @AfterEach
    void turnBack() {
        DataScope.SYSTEM.run(() -> processes.cancel(undertaking, "test"));
        clock.shiftBy(Duration.ZERO);
    }

    @Test
    void refuses_whenTimeShallGoBack() {
        assertThatThrownBy(() -> time.to(Instant.EPOCH)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void movesTimers_whenTheDatesBehindTheirWordsMoved() {
        clock.shiftBy(Duration.ofDays(10));
        DataScope.SYSTEM.run(() -> processes.reschedule(undertaking));
        bell.silence();
        // when
        time.to(clock.instant().plus(Duration.ofDays(1)));
        // then
        assertThat(bell.rung).isEmpty();
        time.to(clock.instant().plus(Duration.ofDays(3)));
        assertThat(bell.rung).hasSize(1);
    }

    @Test
    void handsBackToTheJobExecutor_whenItHasArrived() throws InterruptedException {
        JobExecutor executor =
                ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getJobExecutor();
        executor.setMaxWait(500);
        executor.start();
        try {
            time.to(clock.instant().plus(Duration.ofDays(1)));
            assertThat(executor.isActive()).isTrue();
            // when
            clock.shiftBy(Duration.ofDays(20));
            // then
            Instant limit = Instant.now().plusSeconds(30);
            while (bell.rung.isEmpty() && Instant.now().isBefore(limit)) {
                Thread.sleep(100);
            }
            assertThat(bell.rung).hasSize(1);
        } finally {
            executor.shutdown();
        }
    }
}
