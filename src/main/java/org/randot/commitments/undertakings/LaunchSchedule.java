package org.randot.commitments.undertakings;

import jakarta.annotation.PreDestroy;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Works at launches in the background: at once when one is asked for, and every minute on what a stopped node left. */
@Component
@ConditionalOnProperty(name = "randot.launch.background", havingValue = "true", matchIfMissing = true)
class LaunchSchedule {
    private static final Logger LOG = LoggerFactory.getLogger(LaunchSchedule.class);

    private final LaunchWork work;
    private final ParticipationWatch participation;
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "launches");
        thread.setDaemon(true);
        return thread;
    });

    LaunchSchedule(LaunchWork work, ParticipationWatch participation) {
        this.work = work;
        this.participation = participation;
    }

    @EventListener
    void started(ApplicationReadyEvent ready) {
        var unused = worker.scheduleWithFixedDelay(this::workOff, 10, 60, TimeUnit.SECONDS);
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void requested(LaunchRequested launch) {
        worker.execute(this::workOff);
    }

    private void workOff() {
        try {
            work.workOff();
            participation.runDue();
        } catch (RuntimeException broken) {
            LOG.error("Launches wait for the next round", broken);
        }
    }

    @PreDestroy
    void stop() {
        ExecutorService stopping = worker;
        stopping.shutdown();
    }
}
