package org.randot.commitments.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import org.randot.commitments.shared.MovableClock;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The demonstration's clock: all nodes follow one offset, kept in the database so that a restart does not turn time back. */
@Component
@Profile("demo")
public class SharedClock {
    private final JdbcClient jdbc;
    private final MovableClock clock;
    private final TimeTravel time;
    private volatile boolean travelling;

    SharedClock(JdbcClient jdbc, MovableClock clock, TimeTravel time) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.time = time;
        follow();
    }

    public Instant now() {
        return clock.instant();
    }

    /** Sets the clock to any instant, also a past one, and runs nothing: where a demonstration begins. */
    public synchronized void beginAt(Instant instant) {
        clock.moveTo(instant);
        remember();
    }

    /**
     * Moves the clock and runs what became due.
     *
     * @throws TimeMovesForward when the instant has passed
     */
    public synchronized Instant moveTo(Instant instant) {
        if (instant.isBefore(clock.instant())) {
            throw new TimeMovesForward();
        }
        travelling = true;
        try {
            apart(() -> time.to(instant));
        } finally {
            remember();
            travelling = false;
        }
        return clock.instant();
    }

    /** On a thread of its own, as the job executor works: without the person, the scope and the transaction of the one who asked. */
    private static void apart(Runnable travel) {
        FutureTask<Object> task = new FutureTask<>(Executors.callable(travel));
        new Thread(task, "time-travel").start();
        try {
            task.get();
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private void remember() {
        jdbc.sql("update shared_clock set offset_millis = ?")
                .param(clock.offset().toMillis())
                .update();
    }

    @Scheduled(fixedDelay = 2_000)
    final void follow() {
        if (!travelling) {
            jdbc.sql("select offset_millis from shared_clock")
                    .query(Long.class)
                    .optional()
                    .map(Duration::ofMillis)
                    .filter(offset -> !offset.equals(clock.offset()))
                    .ifPresent(clock::shiftBy);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableScheduling
    @Profile("demo")
    static class Schedule {}
}
