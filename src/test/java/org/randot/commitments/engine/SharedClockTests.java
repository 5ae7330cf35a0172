package org.randot.commitments.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.randot.commitments.shared.MovableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@EngineTest
class SharedClockTests {
    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MovableClock clock;

    @Autowired
    private TimeTravel time;

    @Autowired
    private ProcessEngine engine;

    @AfterEach
    void turnBack() {
        jdbc.sql("update shared_clock set offset_millis = 0").update();
        clock.shiftBy(Duration.ZERO);
    }

    @Test
    void leadsOtherNodesAndTheEngine_whenItIsMoved() {
        Instant later = Instant.now().plus(100, ChronoUnit.DAYS);
        // when
        new SharedClock(jdbc, clock, time).moveTo(later);
        // then
        MovableClock otherNode = new MovableClock();
        assertThat(new SharedClock(jdbc, otherNode, time).now()).isCloseTo(later, within(20, ChronoUnit.SECONDS));
        engine.getRuntimeService().createProcessInstanceQuery().count();
        assertThat(ClockUtil.getCurrentTime().toInstant()).isCloseTo(later, within(20, ChronoUnit.SECONDS));
    }

    @Test
    void refuses_whenTimeShallGoBack() {
        SharedClock shared = new SharedClock(jdbc, clock, time);
        assertThatThrownBy(() -> shared.moveTo(Instant.now().minusSeconds(60))).isInstanceOf(TimeMovesForward.class);
    }
}
