package org.randot.commitments.engine;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.context.ApplicationEventPublisher;

/** Hangs our listeners on what a model means, and tells the domain what the engine does. Models themselves name no listener. */
final class ProcessFacts extends AbstractBpmnParseListener {
    private final ApplicationEventPublisher events;

    ProcessFacts(ApplicationEventPublisher events) {
        this.events = events;
    }

    @Override
    public void parseProcess(Element element, ProcessDefinitionEntity process) {
        keepProperties(element, process);
        if (Whereabouts.properties(process).containsKey(Contract.COMMITMENT)) {
            process.addBuiltInListener(ExecutionListener.EVENTNAME_END, (ExecutionListener) this::undertakingEnded);
        }
    }

    @Override
    public void parseSubProcess(Element element, ScopeImpl scope, ActivityImpl activity) {
        keepProperties(element, activity);
        if (Whereabouts.properties(activity).containsKey(Contract.STAGE)) {
            activity.setIoMapping(new StageEntry(events));
            activity.addBuiltInListener(ExecutionListener.EVENTNAME_END, (ExecutionListener) this::stageLeft);
        }
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        keepProperties(element, activity);
        TaskDefinition task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        String kind = Whereabouts.properties(activity).get(Contract.REVIEW);
        if (kind == null) {
            task.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, this::taskWaits);
        } else {
            task.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, waiting -> reviewWaits(waiting, kind));
            task.addBuiltInTaskListener(TaskListener.EVENTNAME_DELETE, this::reviewLapsed);
        }
    }

    @Override
    public void parseCallActivity(Element element, ScopeImpl scope, ActivityImpl activity) {
        keepProperties(element, activity);
        if (Contract.MILESTONE_REVIEW.equals(element.attribute("calledElement"))) {
            activity.addBuiltInListener(ExecutionListener.EVENTNAME_START, (ExecutionListener) this::reviewCalled);
            activity.addBuiltInListener(ExecutionListener.EVENTNAME_END, (ExecutionListener) this::reviewReturned);
        }
    }

    @Override
    public void parseServiceTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        keepProperties(element, activity);
    }

    @Override
    public void parseBoundaryEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
        keepProperties(element, activity);
    }

    @Override
    public void parseIntermediateCatchEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
        keepProperties(element, activity);
    }

    private static void keepProperties(Element element, ScopeImpl parsed) {
        Element extensions = element.element("extensionElements");
        Element properties =
                extensions == null ? null : extensions.elementNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "properties");
        if (properties == null) {
            return;
        }
        Map<String, String> kept = new HashMap<>();
        for (Element property : properties.elementsNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "property")) {
            String value = property.attribute("value");
            kept.put(property.attribute("name"), value == null ? "" : value);
        }
        parsed.getProperties().set(Whereabouts.PROPERTIES, Map.copyOf(kept));
    }

    private void stageLeft(DelegateExecution execution) {
        if (!execution.isCanceled()) {
            StepContext here = Whereabouts.of(execution);
            events.publishEvent(new EngineFact.StageLeft(here.undertaking(), here.requireStage()));
        }
    }

    private void taskWaits(DelegateTask task) {
        StepContext here = Whereabouts.of(task.getExecution());
        events.publishEvent(new EngineFact.TaskWaits(
                here.undertaking(), here.requireStage(), task.getId(), task.getTaskDefinitionKey()));
    }

    private void reviewCalled(DelegateExecution execution) {
        StepContext here = Whereabouts.of(execution);
        events.publishEvent(new EngineFact.ReviewCalled(here.undertaking(), here.requireStage()));
    }

    /** What the last submission asked for does not hold for the next one. */
    private void reviewReturned(DelegateExecution execution) {
        if (!execution.isCanceled() && !Contract.SUBMISSION.equals(execution.getVariable(Contract.REQUEST))) {
            execution.setVariable(Contract.REQUEST, Contract.SUBMISSION);
        }
    }

    private void reviewWaits(DelegateTask task, String kind) {
        StepContext here = Whereabouts.of(task.getExecution());
        events.publishEvent(new EngineFact.ReviewWaits(here.undertaking(), here.requireStage(), task.getId(), kind));
    }

    private void reviewLapsed(DelegateTask task) {
        StepContext here = Whereabouts.of(task.getExecution());
        events.publishEvent(new EngineFact.ReviewLapsed(here.undertaking(), here.requireStage(), task.getId()));
    }

    private void undertakingEnded(DelegateExecution execution) {
        if (!execution.isCanceled() && execution.getSuperExecution() == null) {
            events.publishEvent(
                    new EngineFact.UndertakingEnded(Whereabouts.of(execution).undertaking()));
        }
    }
}
