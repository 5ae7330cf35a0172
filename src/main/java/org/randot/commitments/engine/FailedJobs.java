package org.randot.commitments.engine;

import java.time.Instant;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.shared.ModuleApi;

/** Steps of processes that failed as often as they were tried (five times within some hours) and now wait for somebody. */
@ModuleApi
public class FailedJobs {
    private static final int MOST = 200;
    private static final int TRIES = 3;

    private final EngineGate gate;

    FailedJobs(EngineGate gate) {
        this.gate = gate;
    }

    /**
     * One failed step.
     *
     * @param id of the job
     * @param undertaking key; empty for a process without one
     * @param element BPMN id of the step
     * @param dueAt when it should have run; null = at once
     * @param message what went wrong, as the engine tells it
     */
    public record Failed(
            String id,
            String undertaking,
            String element,
            @Nullable Instant dueAt,
            String message) {}

    /** The oldest first, at most {@value #MOST}. */
    public List<Failed> list() {
        return gate.call(
                () -> jobs().createJobQuery().noRetriesLeft().orderByJobDuedate().asc().listPage(0, MOST).stream()
                        .map(this::failed)
                        .toList());
    }

    public long count() {
        return gate.call(() -> jobs().createJobQuery().noRetriesLeft().count());
    }

    /** Has it tried again, soon; nothing where it does not wait (any more). */
    public void tryAgain(String id) {
        gate.call(() -> {
            boolean waits = jobs().createJobQuery().jobId(id).noRetriesLeft().count() > 0;
            if (waits) {
                jobs().setJobRetries(id, TRIES);
            }
            return waits;
        });
    }

    private Failed failed(Job job) {
        String step = job.getFailedActivityId();
        return new Failed(
                job.getId(),
                undertaking(job.getProcessInstanceId()),
                step == null ? definition(job) : step,
                job.getDuedate() == null ? null : job.getDuedate().toInstant(),
                job.getExceptionMessage() == null ? "" : job.getExceptionMessage());
    }

    private String definition(Job job) {
        String definition = job.getJobDefinitionId();
        return definition == null
                ? ""
                : jobs().createJobDefinitionQuery()
                        .jobDefinitionId(definition)
                        .singleResult()
                        .getActivityId();
    }

    private String undertaking(@Nullable String process) {
        ProcessInstance instance = process == null
                ? null
                : gate.engine()
                        .getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceId(process)
                        .singleResult();
        return instance == null || instance.getBusinessKey() == null ? "" : instance.getBusinessKey();
    }

    private ManagementService jobs() {
        return gate.engine().getManagementService();
    }
}
