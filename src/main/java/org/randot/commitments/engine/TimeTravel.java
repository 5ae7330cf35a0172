package org.randot.commitments.engine;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.runtime.Job;
import org.randot.commitments.shared.DataScope;
import org.randot.commitments.shared.MovableClock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Moves the shared clock forward and runs every job that became due, in the order of their dates, each at its own time. Demonstrations and tests only. */
@Component
public class TimeTravel {
    private final MovableClock clock;
    private final ObjectProvider<ProcessEngine> engine;
    private final ObjectProvider<DueWork> others;

    TimeTravel(MovableClock clock, ObjectProvider<ProcessEngine> engine, ObjectProvider<DueWork> others) {
        this.clock = clock;
        this.engine = engine;
        this.others = others;
    }

    /** @throws IllegalArgumentException when {@code now} lies before the clock */
    public void to(Instant now) {
        if (now.isBefore(clock.instant())) {
            throw new IllegalArgumentException("Time only moves forward: " + now);
        }
        JobExecutor executor =
                ((ProcessEngineConfigurationImpl) engine.getObject().getProcessEngineConfiguration()).getJobExecutor();
        boolean wasActive = executor.isActive();
        if (wasActive) {
            executor.shutdown();
        }
        try {
            travel(now);
        } finally {
            if (wasActive) {
                executor.start();
            }
        }
    }

    private void travel(Instant now) {
        runDueJobs();
        Optional<Instant> stop = nextStop(now);
        while (stop.isPresent()) {
            clock.moveTo(stop.get());
            runDueJobs();
            stop = nextStop(now);
        }
        if (clock.instant().isBefore(now)) {
            clock.moveTo(now);
        }
        runDueJobs();
    }

    /** Runs asynchronous steps that are due now, on this thread. */
    public void runDueJobs() {
        DataScope.SYSTEM.run(() -> {
            List<Job> due = firstDue();
            while (!due.isEmpty()) {
                due.forEach(job -> jobs().executeJob(job.getId()));
                due = firstDue();
            }
            others.orderedStream().forEach(DueWork::runDue);
        });
    }

    /** One at a time, since a job may end or make others. */
    private List<Job> firstDue() {
        return jobs().createJobQuery()
                .executable()
                .active()
                .orderByJobDuedate()
                .asc()
                .listPage(0, 1);
    }

    private Optional<Instant> nextStop(Instant limit) {
        return DataScope.SYSTEM.call(() -> {
            Instant here = clock.instant();
            Stream<Instant> timers = jobs()
                    .createJobQuery()
                    .active()
                    .withRetriesLeft()
                    .duedateHigherThan(Date.from(here))
                    .orderByJobDuedate()
                    .asc()
                    .listPage(0, 1)
                    .stream()
                    .map(job -> job.getDuedate().toInstant());
            Stream<Instant> more = others.orderedStream().flatMap(work -> work.nextAfter(here).stream());
            return Stream.concat(timers, more)
                    .filter(stop -> !stop.isAfter(limit))
                    .min(Instant::compareTo);
        });
    }

    private ManagementService jobs() {
        return engine.getObject().getManagementService();
    }
}
