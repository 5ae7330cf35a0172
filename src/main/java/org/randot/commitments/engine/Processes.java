package org.randot.commitments.engine;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.randot.commitments.shared.ModuleApi;
import org.springframework.dao.OptimisticLockingFailureException;

/** Running processes, in the words of the domain. Every call names the business key; none reads the engine's history. */
@ModuleApi
public class Processes {
    private static final int LONGEST_DECISION = 100;
    private static final int MOST = 1_000;

    private final EngineGate gate;
    private final Tenants tenants;

    Processes(EngineGate gate, Tenants tenants) {
        this.gate = gate;
        this.tenants = tenants;
    }

    /**
     * Starts the newest version of a process.
     *
     * @param state ISO3, becomes the engine's tenant id
     * @throws IllegalStateException when the business key already runs
     */
    public void start(String processKey, String undertaking, String state) {
        gate.call(() -> {
            if (!roots(undertaking).isEmpty()) {
                throw new IllegalStateException("Already runs: " + undertaking);
            }
            return tenants.starting(
                    state,
                    () -> runtime()
                            .createProcessInstanceByKey(processKey)
                            .processDefinitionWithoutTenantId()
                            .businessKey(undertaking)
                            .execute());
        });
    }

    /**
     * Completes a waiting task with decisions only: strings up to 100 characters, booleans and whole numbers.
     *
     * @throws TaskGone when it no longer waits
     */
    public void complete(String engineTask, Map<String, Object> decisions) {
        decisions.forEach(Processes::requireDecision);
        boolean done = onlyOne(() -> gate.command(context -> {
            TaskEntity task = context.getTaskManager().findTaskById(engineTask);
            if (task == null || !EngineGate.isVisible(task.getTenantId())) {
                return false;
            }
            new CompleteTaskCmd(engineTask, decisions).execute(context);
            return true;
        }));
        if (!done) {
            throw new TaskGone();
        }
    }

    /**
     * Takes a submission back: interrupts the milestone review of the stage, whose tasks wait again.
     *
     * @throws TaskGone when no review of the stage can be interrupted
     */
    public void recall(String undertaking, StageKey stage) {
        onlyOne(() -> gate.call(() -> {
            String review = waitingForRecall(undertaking).stream()
                    .map(Execution::getId)
                    .filter(execution -> stage.toString().equals(runtime().getVariable(execution, Contract.STAGE)))
                    .findFirst()
                    .orElseThrow(TaskGone::new);
            runtime().messageEventReceived(Contract.RECALLED, review);
            return true;
        }));
    }

    /** Ids of the BPMN elements where the undertaking waits now ("you are here"). */
    public Set<String> position(String undertaking) {
        return gate.call(() -> roots(undertaking).stream()
                .flatMap(root -> runtime().getActiveActivityIds(root.getId()).stream())
                .collect(Collectors.toCollection(HashSet::new)));
    }

    /** Asks the words again for the dates of all timers that wait in the undertaking, after the calendar or a due date moved. */
    public void reschedule(String undertaking) {
        gate.call(() -> {
            for (Job timer : timers(undertaking)) {
                gate.engine().getManagementService().recalculateJobDuedate(timer.getId(), false);
            }
            return true;
        });
    }

    /** Ends an undertaking wherever it stands, without any fact of leaving its stages. */
    public void cancel(String undertaking, String reason) {
        gate.call(() -> {
            roots(undertaking).forEach(root -> runtime().deleteProcessInstance(root.getId(), reason, true));
            return true;
        });
    }

    private List<Job> timers(String undertaking) {
        return gate
                .engine()
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(undertaking)
                .listPage(0, MOST)
                .stream()
                .flatMap(instance -> gate
                        .engine()
                        .getManagementService()
                        .createJobQuery()
                        .processInstanceId(instance.getId())
                        .timers()
                        .listPage(0, MOST)
                        .stream())
                .toList();
    }

    private List<Execution> waitingForRecall(String undertaking) {
        return runtime()
                .createExecutionQuery()
                .processInstanceBusinessKey(undertaking)
                .messageEventSubscriptionName(Contract.RECALLED)
                .listPage(0, MOST);
    }

    private List<ProcessInstance> roots(String undertaking) {
        return runtime()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(undertaking)
                .rootProcessInstances()
                .listPage(0, MOST);
    }

    private RuntimeService runtime() {
        return gate.engine().getRuntimeService();
    }

    /** Two at once: one wins, the other is told so in the words that every data conflict uses. */
    private static <T> T onlyOne(Supplier<T> work) {
        try {
            return work.get();
        } catch (OptimisticLockingException late) {
            throw new OptimisticLockingFailureException("Somebody else moved the process", late);
        }
    }

    private static void requireDecision(String name, Object value) {
        boolean fine = value instanceof Boolean
                || value instanceof Integer
                || value instanceof Long
                || (value instanceof String text && text.length() <= LONGEST_DECISION);
        if (!fine) {
            throw new IllegalArgumentException("Not a decision: " + name);
        }
    }
}
