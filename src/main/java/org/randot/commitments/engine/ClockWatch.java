package org.randot.commitments.engine;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.randot.commitments.shared.MovableClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Compares the clock of this node with that of the database: a node that is off runs timers too early or too late, so it stops running
 * jobs, leaves readiness and says so until it is right again (security.md 8).
 */
@Component("clockHealthIndicator")
class ClockWatch implements HealthIndicator {
    private static final Logger LOG = LoggerFactory.getLogger(ClockWatch.class);
    private static final Duration MOST = Duration.ofSeconds(30);

    private final MovableClock clock;
    private final Supplier<Instant> database;
    private final Supplier<JobExecutor> jobs;
    private volatile Duration off = Duration.ZERO;
    private volatile boolean stopped;

    @Autowired
    ClockWatch(MovableClock clock, JdbcClient jdbc, ObjectProvider<ProcessEngine> engine) {
        this(
                clock,
                () -> jdbc.sql("select clock_timestamp()")
                        .query(OffsetDateTime.class)
                        .single()
                        .toInstant(),
                () -> ((ProcessEngineConfigurationImpl) engine.getObject().getProcessEngineConfiguration())
                        .getJobExecutor());
    }

    ClockWatch(MovableClock clock, Supplier<Instant> database, Supplier<JobExecutor> jobs) {
        this.clock = clock;
        this.database = database;
        this.jobs = jobs;
    }

    @Scheduled(fixedDelayString = "PT1M")
    final void compare() {
        try {
            // the machine's time, not the product's, which demonstrations move
            Instant here = clock.instant().minus(clock.offset());
            off = Duration.between(database.get(), here).abs();
        } catch (DataAccessException unreachable) {
            LOG.debug("The clock of the database cannot be asked", unreachable);
            return;
        }
        if (isOff() && jobs.get().isActive()) {
            LOG.error(
                    "The clock of this node is {} s off the database's: it runs no jobs until it is right",
                    off.toSeconds());
            jobs.get().shutdown();
            stopped = true;
        } else if (!isOff() && stopped) {
            LOG.info("The clock of this node is right again: it runs jobs");
            jobs.get().start();
            stopped = false;
        }
    }

    private boolean isOff() {
        return off.compareTo(MOST) > 0;
    }

    @Override
    public Health health() {
        return (isOff() ? Health.down() : Health.up())
                .withDetail("secondsOff", off.toSeconds())
                .build();
    }
}
