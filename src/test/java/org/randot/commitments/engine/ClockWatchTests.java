package org.randot.commitments.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.ThreadPoolJobExecutor;
import org.junit.jupiter.api.Test;
import org.randot.commitments.shared.MovableClock;
import org.springframework.boot.actuate.health.Status;

/** A node whose clock is off runs no jobs and is not ready, until it is right again. */
class ClockWatchTests {
    private final MovableClock clock = new MovableClock();
    private final JobExecutor jobs = new Jobs();
    private Duration off = Duration.ZERO;
    private final ClockWatch watch = new ClockWatch(clock, () -> Instant.now().plus(off), () -> jobs);

    /** An executor that has nothing to do. */
    private static final class Jobs extends ThreadPoolJobExecutor {
        @Override
        public void start() {
            isActive = true;
        }

        @Override
        public void shutdown() {
            isActive = false;
        }
    }

    @Test
    void stopsJobsAndReadiness_whenTheClockIsAMinuteOff() {
        jobs.start();
        off = Duration.ofMinutes(-1);

        watch.compare();

        assertThat(jobs.isActive()).isFalse();
        assertThat(watch.health().getStatus()).isEqualTo(Status.DOWN);
    }

    @Test
    void goesOn_whenTheClockIsRightAgain() {
        jobs.start();
        off = Duration.ofMinutes(1);
        watch.compare();
        off = Duration.ofSeconds(2);

        watch.compare();

        assertThat(jobs.isActive()).isTrue();
        assertThat(watch.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void startsNothing_whenSomebodyElseStoppedTheJobs() {
        watch.compare();

        assertThat(jobs.isActive()).isFalse();
    }
}
