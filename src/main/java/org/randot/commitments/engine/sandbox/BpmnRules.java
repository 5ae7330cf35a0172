package org.randot.commitments.engine.sandbox;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.randot.commitments.engine.Contract;

/** What a process may contain. */
final class BpmnRules {
    static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    private static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";

    private static final Pattern LITERAL_DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}(T[0-9:.]{5,15}Z?)?");
    private static final Pattern RETRIES = Pattern.compile("(R\\d{1,2}/)?PT?\\d{1,4}[SMHD](,PT?\\d{1,4}[SMHD]){0,9}");
    private static final Set<String> START_OR_END = Set.of("startEvent", "endEvent");
    private static final Set<String> EVENT_DEFINITIONS =
            Set.of("timerEventDefinition", "messageEventDefinition", "errorEventDefinition");

    private static final AllowList ALLOWED = new AllowList(Map.ofEntries(
                    Map.entry("", ""),
                    Map.entry("b", BPMN),
                    Map.entry("c", CAMUNDA),
                    Map.entry("xsi", XSI),
                    Map.entry("di", "http://www.omg.org/spec/DD/20100524/DI"),
                    Map.entry("dc", "http://www.omg.org/spec/DD/20100524/DC"),
                    Map.entry("bpmndi", "http://www.omg.org/spec/BPMN/20100524/DI"),
                    Map.entry("modeler", "http://camunda.org/schema/modeler/1.0"),
                    Map.entry("color", "http://www.omg.org/spec/BPMN/non-normative/color/1.0"),
                    Map.entry("bioc", "http://bpmn.io/schema/bpmn/biocolor/1.0")))
            .allow(
                    "b:definitions",
                    "id name targetNamespace exporter exporterVersion modeler:executionPlatform modeler:executionPlatformVersion")
            .allow(
                    "b:process",
                    "id name isExecutable c:versionTag c:historyTimeToLive c:isStartableInTasklist c:modelerTemplate "
                            + "c:modelerTemplateVersion")
            .allow("b:collaboration b:laneSet b:lane b:category b:message", "id name")
            .allow("b:participant", "id name processRef")
            .allow("b:categoryValue", "id value")
            .allow("b:group", "id categoryValueRef")
            .allow("b:error", "id name errorCode")
            .allow("b:documentation b:textAnnotation", "id textFormat")
            .allow("b:text b:incoming b:outgoing b:flowNodeRef b:extensionElements", "")
            .allow("b:association", "id sourceRef targetRef associationDirection")
            .allow("b:sequenceFlow", "id name sourceRef targetRef")
            .allow("b:conditionExpression b:timeDate", "id xsi:type")
            .allow("b:timerEventDefinition", "id")
            .allow("b:messageEventDefinition", "id messageRef")
            .allow("b:errorEventDefinition", "id errorRef")
            .allow(
                    "b:startEvent b:endEvent b:intermediateCatchEvent b:boundaryEvent b:userTask b:serviceTask b:callActivity "
                            + "b:subProcess b:exclusiveGateway b:inclusiveGateway b:parallelGateway",
                    "id name c:asyncBefore c:asyncAfter c:exclusive c:modelerTemplate c:modelerTemplateVersion c:modelerTemplateIcon")
            .allow("b:exclusiveGateway b:inclusiveGateway", "default gatewayDirection")
            .allow("b:parallelGateway", "gatewayDirection")
            .allow("b:boundaryEvent", "attachedToRef cancelActivity")
            .allow("b:userTask", "c:formRef c:formRefBinding c:candidateGroups c:dueDate")
            .allow("b:serviceTask", "c:delegateExpression")
            .allow("b:callActivity", "calledElement c:calledElementBinding")
            .allow(
                    "b:multiInstanceLoopCharacteristics",
                    "id isSequential c:collection c:elementVariable c:asyncBefore c:asyncAfter c:exclusive")
            .allow("c:properties c:failedJobRetryTimeCycle", "")
            .allow("c:property", "id name value")
            .allow("c:in", "businessKey source target")
            .allow("c:out", "source target")
            .allow("bpmndi:BPMNDiagram", "id name documentation resolution")
            .allow("bpmndi:BPMNPlane", "id bpmnElement")
            .allow(
                    "bpmndi:BPMNShape",
                    "id bpmnElement isHorizontal isExpanded isMarkerVisible color:background-color color:border-color bioc:stroke "
                            + "bioc:fill")
            .allow("bpmndi:BPMNEdge", "id bpmnElement color:border-color bioc:stroke sourceElement targetElement")
            .allow("bpmndi:BPMNLabel", "id labelStyle color:color")
            .allow("bpmndi:BPMNLabelStyle", "id")
            .allow("dc:Bounds", "x y width height")
            .allow("dc:Font", "name size isBold isItalic isUnderline isStrikeThrough")
            .allow("di:waypoint", "x y");

    private final ExpressionRules expressions;
    private final PublishedNames names;

    BpmnRules(PublishedNames names) {
        this.names = names;
        expressions = new ExpressionRules(names);
    }

    void check(XmlElement root, Findings findings) {
        if (!root.name().equals("definitions") || !root.namespace().equals(BPMN)) {
            findings.add("SANDBOX_NOT_A_MODEL", root, root.name());
            return;
        }
        new ListedOnly(ALLOWED, findings).walk(root, element -> inspect(element, findings));
        new EndlessLoops(findings).check(root);
    }

    private void inspect(XmlElement element, Findings findings) {
        for (XmlElement.Attribute attribute : element.attributes()) {
            value(element, attribute, findings);
        }
        text(element, findings);
        XmlElement around = element.parent();
        if (EVENT_DEFINITIONS.contains(element.name())
                && around != null
                && (around.name().equals("startEvent")
                        || (START_OR_END.contains(around.name())
                                && !element.name().equals("errorEventDefinition")))) {
            findings.add("SANDBOX_EVENT", element, around.name());
        }
        if (element.name().equals("callActivity")
                && !Contract.CALLABLE_PROCESSES.contains(element.attribute("calledElement"))) {
            findings.add("SANDBOX_CALLED_PROCESS", element, element.attribute("calledElement"));
        }
        if (element.name().equals("message") && !element.attribute("name").equals(Contract.RECALLED)) {
            findings.add("SANDBOX_MESSAGE", element, element.attribute("name"));
        }
    }

    private void value(XmlElement element, XmlElement.Attribute attribute, Findings findings) {
        String value = attribute.value();
        switch (element.name() + '@' + attribute.name()) {
            case "serviceTask@delegateExpression" -> step(element, value, findings);
            case "multiInstanceLoopCharacteristics@collection" -> expressions.checkCall(value, element, findings);
            case "userTask@candidateGroups" -> expressions.check(value, element, findings);
            case "userTask@dueDate" -> date(value, element, findings);
            case "in@businessKey" -> businessKey(element, value, findings);
            case "in@source", "in@target", "out@source", "out@target" -> variable(element, value, findings);
            case "multiInstanceLoopCharacteristics@elementVariable" -> {
                if (!value.equals(Contract.YEAR)) {
                    findings.add("SANDBOX_VARIABLE", element, value);
                }
            }
            default -> expressions.refuseAny(value, element, findings);
        }
    }

    private void text(XmlElement element, Findings findings) {
        String text = element.text().strip();
        switch (element.name()) {
            case "conditionExpression" -> expressions.checkCall(text, element, findings);
            case "timeDate" -> date(text, element, findings);
            case "failedJobRetryTimeCycle" -> {
                if (!RETRIES.matcher(text).matches()) {
                    findings.add("SANDBOX_VALUE", element, element.name());
                }
            }
            default -> expressions.refuseAny(element.text(), element, findings);
        }
    }

    private void date(String text, XmlElement element, Findings findings) {
        if (!LITERAL_DATE.matcher(text).matches()) {
            expressions.checkCall(text, element, findings);
        }
    }

    private void step(XmlElement element, String value, Findings findings) {
        boolean word = value.startsWith("${") && value.endsWith("}");
        if (!word || !names.steps().contains(value.substring(2, value.length() - 1))) {
            findings.add("SANDBOX_STEP", element, value, String.join(", ", names.steps()));
        }
    }

    private static void businessKey(XmlElement element, String value, Findings findings) {
        if (!value.equals("#{execution.processBusinessKey}") && !value.equals("${execution.processBusinessKey}")) {
            findings.add("SANDBOX_BUSINESS_KEY", element, value);
        }
    }

    private static void variable(XmlElement element, String value, Findings findings) {
        if (!Contract.VARIABLES.contains(value)) {
            findings.add("SANDBOX_VARIABLE", element, value);
        }
    }
}
