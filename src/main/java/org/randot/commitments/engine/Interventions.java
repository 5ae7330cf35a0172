package org.randot.commitments.engine;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.RepositoryServiceImpl;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstanceModificationBuilder;
import org.camunda.bpm.engine.runtime.ProcessInstantiationBuilder;
import org.randot.commitments.shared.ModuleApi;

/**
 * What people change in a running process and no model draws: time stands still, a stage is done again, a reporting year comes or goes
 * (docs/adr/0005-reopened-stages-run-beside.md).
 */
@ModuleApi
public class Interventions {
    /** Variable of a process that does one stage of an undertaking beside its own process. */
    private static final String BESIDE = "beside";

    private static final int MOST = 1_000;

    private final EngineGate gate;
    private final Tenants tenants;

    Interventions(EngineGate gate, Tenants tenants) {
        this.gate = gate;
        this.tenants = tenants;
    }

    /**
     * One stage of an undertaking.
     *
     * @param state ISO3
     * @param versionTag of the package version that the undertaking runs on
     * @param element BPMN id of the stage's sub-process
     */
    public record Place(
            String undertaking, String state, String processKey, String versionTag, StageKey stage, String element) {}

    /** Stops the timers and tasks of the undertaking, also in what it called. */
    public void suspend(String undertaking) {
        gate.call(() -> {
            instances(undertaking)
                    .filter(instance -> !instance.isSuspended())
                    .forEach(instance -> runtime().suspendProcessInstanceById(instance.getId()));
            return true;
        });
    }

    /** They go on as they stood; whoever resumes also asks for the dates anew ({@link Processes#reschedule}). */
    public void resume(String undertaking) {
        gate.call(() -> {
            instances(undertaking)
                    .filter(ProcessInstance::isSuspended)
                    .forEach(instance -> runtime().activateProcessInstanceById(instance.getId()));
            return true;
        });
    }

    /**
     * Starts an undertaking that has none yet, on the version of its package.
     *
     * @param first any stage of it
     */
    public void begin(Place first) {
        gate.call(() -> tenants.starting(
                first.state(),
                () -> runtime()
                        .createProcessInstanceById(definitions(first).getId())
                        .businessKey(first.undertaking())
                        .execute()));
    }

    /** Does a stage that is over again, in a process of its own: nothing follows from its end. */
    public void repeat(Place place) {
        gate.call(() -> start(place, definition(place), place.element()));
    }

    /** Ends what {@link #repeat} or {@link #addYear} began beside. @return whether there was any */
    public boolean endBeside(String undertaking, StageKey stage) {
        return gate.call(() -> {
            List<ProcessInstance> found = runtime()
                    .createProcessInstanceQuery()
                    .processInstanceBusinessKey(undertaking)
                    .variableValueEquals(BESIDE, stage.toString())
                    .rootProcessInstances()
                    .listPage(0, MOST);
            found.forEach(instance -> runtime().deleteProcessInstance(instance.getId(), "settled", true));
            return !found.isEmpty();
        });
    }

    /** Whether any process of the undertaking runs. */
    public boolean runs(String undertaking) {
        return gate.call(() -> instances(undertaking).findAny().isPresent());
    }

    /**
     * A reporting year comes to a yearly stage that was reached: among the other years while they run, else beside.
     *
     * @return whether it runs beside
     */
    public boolean addYear(Place place) {
        return gate.call(() -> {
            String definition = definition(place);
            ActivityImpl eachYear = eachYear(definition, place.element());
            String all = eachYear.getFlowScope().getId();
            Optional<ProcessInstance> main = main(place.undertaking());
            Optional<ActivityInstance> years = main.flatMap(process -> part(process, all));
            if (main.isEmpty() || years.isEmpty()) {
                start(place, definition, eachYear.getId());
                return true;
            }
            runtime()
                    .createProcessInstanceModification(main.get().getId())
                    .startBeforeActivity(eachYear.getId(), years.get().getId())
                    .setVariableLocal(Contract.YEAR, place.stage().year())
                    .execute();
            return false;
        });
    }

    /** A reporting year leaves; where it was the last that waited, the process goes on. */
    public void dropYear(Place place) {
        if (endBeside(place.undertaking(), place.stage())) {
            return;
        }
        gate.call(() -> {
            main(place.undertaking()).ifPresent(process -> {
                String all = eachYear(process.getProcessDefinitionId(), place.element())
                        .getFlowScope()
                        .getId();
                part(process, all).ifPresent(years -> drop(process, years, place.stage()));
            });
            return true;
        });
    }

    private void drop(ProcessInstance process, ActivityInstance years, StageKey stage) {
        ActivityInstance[] waiting = years.getChildActivityInstances();
        for (ActivityInstance each : waiting) {
            Object year = runtime().getVariable(each.getExecutionIds()[0], Contract.YEAR);
            if (year instanceof Number number
                    && Integer.valueOf(number.intValue()).equals(stage.year())) {
                ProcessInstanceModificationBuilder change =
                        runtime().createProcessInstanceModification(process.getId());
                if (waiting.length == 1) {
                    // years that are done keep their place until all are: the last one takes them along
                    change.startAfterActivity(years.getActivityId()).cancelActivityInstance(years.getId());
                } else {
                    change.cancelActivityInstance(each.getId());
                }
                change.execute();
            }
        }
    }

    private ProcessInstance start(Place place, String definition, String element) {
        return tenants.starting(place.state(), () -> {
            ProcessInstantiationBuilder process = runtime()
                    .createProcessInstanceById(definition)
                    .businessKey(place.undertaking())
                    .setVariable(BESIDE, place.stage().toString());
            Integer year = place.stage().year();
            if (year != null) {
                process.setVariable(Contract.YEAR, year);
            }
            return process.startBeforeActivity(element).execute();
        });
    }

    private Optional<ActivityInstance> part(ProcessInstance process, String element) {
        return Stream.of(runtime().getActivityInstance(process.getId()).getActivityInstances(element))
                .findFirst();
    }

    /** The sub-process around a yearly stage, done once for each year. */
    private ActivityImpl eachYear(String definition, String stageElement) {
        ActivityImpl stage =
                ((ActivityImpl) ((RepositoryServiceImpl) gate.engine().getRepositoryService())
                        .getDeployedProcessDefinition(definition)
                        .findActivity(stageElement));
        return (ActivityImpl) stage.getFlowScope();
    }

    private String definition(Place place) {
        return main(place.undertaking())
                .map(ProcessInstance::getProcessDefinitionId)
                .orElseGet(() -> definitions(place).getId());
    }

    private ProcessDefinition definitions(Place place) {
        return gate
                .engine()
                .getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey(place.processKey())
                .versionTag(place.versionTag())
                .orderByProcessDefinitionVersion()
                .desc()
                .listPage(0, 1)
                .stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No process " + place.processKey()));
    }

    /** The undertaking's own process. */
    private Optional<ProcessInstance> main(String undertaking) {
        return runtime()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(undertaking)
                .rootProcessInstances()
                .listPage(0, MOST)
                .stream()
                .filter(instance -> runtime().getVariable(instance.getId(), BESIDE) == null)
                .findFirst();
    }

    private Stream<ProcessInstance> instances(String undertaking) {
        return runtime()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(undertaking)
                .listPage(0, MOST)
                .stream();
    }

    private RuntimeService runtime() {
        return gate.engine().getRuntimeService();
    }
}
