package org.randot.commitments.undertakings;

import java.util.List;
import org.randot.commitments.engine.FailedJobs;
import org.randot.commitments.identity.CurrentActor;
import org.randot.commitments.shared.Absent;
import org.randot.commitments.shared.ModuleApi;
import org.springframework.context.ApplicationEventPublisher;

/** What processes could not do by themselves, for the administrator: seen and tried again (security.md 8). */
@ModuleApi
public class FailedSteps {
    private final FailedJobs jobs;
    private final AccessPolicy access;
    private final CurrentActor actors;
    private final ApplicationEventPublisher events;

    FailedSteps(FailedJobs jobs, AccessPolicy access, CurrentActor actors, ApplicationEventPublisher events) {
        this.jobs = jobs;
        this.access = access;
        this.actors = actors;
        this.events = events;
    }

    public List<FailedJobs.Failed> list() {
        access.requireAdministrator(actors.get());
        return jobs.list();
    }

    public long count() {
        access.requireAdministrator(actors.get());
        return jobs.count();
    }

    /** @throws Absent when the step does not wait for anybody (any more) */
    public void tryAgain(String id) {
        access.requireAdministrator(actors.get());
        FailedJobs.Failed step = jobs.list().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(Absent::new);
        jobs.tryAgain(id);
        String state = step.undertaking().isEmpty()
                ? ""
                : UndertakingKey.parse(step.undertaking()).state();
        events.publishEvent(new StepTriedAgain(id, step.undertaking(), state));
    }
}
