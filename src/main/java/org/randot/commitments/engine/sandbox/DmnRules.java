package org.randot.commitments.engine.sandbox;

import java.util.Map;
import java.util.Set;
import org.randot.commitments.engine.FeelBounds;

/** What a decision file may contain: DMN 1.3 tables in FEEL. */
final class DmnRules {
    private static final String DMN = "https://www.omg.org/spec/DMN/20191111/MODEL/";
    private static final Set<String> FEEL = Set.of("feel", "FEEL", "https://www.omg.org/spec/DMN/20191111/FEEL/");
    private static final String UNARY = "inputEntry";
    private static final Set<String> EVALUATED = Set.of(UNARY, "outputEntry", "inputExpression", "literalExpression");
    private static final Set<String> VALUES = Set.of("inputValues", "outputValues");

    private static final AllowList ALLOWED = new AllowList(Map.of(
                    "", "",
                    "d", DMN,
                    "c", "http://camunda.org/schema/1.0/dmn",
                    "dmndi", "https://www.omg.org/spec/DMN/20191111/DMNDI/",
                    "dc", "http://www.omg.org/spec/DMN/20180521/DC/",
                    "di", "http://www.omg.org/spec/DMN/20180521/DI/",
                    "modeler", "http://camunda.org/schema/modeler/1.0",
                    "biodi", "http://bpmn.io/schema/dmn/biodi/2.0"))
            .allow(
                    "d:definitions",
                    "id name namespace exporter exporterVersion expressionLanguage modeler:executionPlatform modeler:executionPlatformVersion")
            .allow("d:decision", "id name label c:historyTimeToLive c:versionTag")
            .allow("d:inputData", "id name label")
            .allow("d:variable", "id name typeRef label")
            .allow("d:informationRequirement", "id label")
            .allow("d:requiredDecision d:requiredInput", "href")
            .allow(
                    "d:decisionTable",
                    "id hitPolicy aggregation preferredOrientation outputLabel biodi:annotationsWidth")
            .allow("d:input", "id label c:inputVariable biodi:width")
            .allow("d:output", "id name label typeRef biodi:width")
            .allow("d:inputExpression d:inputEntry d:outputEntry d:literalExpression", "id typeRef expressionLanguage")
            .allow("d:inputValues d:outputValues", "id expressionLanguage")
            .allow("d:rule", "id")
            .allow("d:annotation", "name")
            .allow("d:text d:description d:question d:allowedAnswers d:annotationEntry", "")
            .allow("dmndi:DMNDI", "")
            .allow("dmndi:DMNDiagram", "id name")
            .allow("dmndi:DMNShape dmndi:DMNEdge", "id dmnElementRef isCollapsed")
            .allow("dmndi:DMNLabel", "id")
            .allow("dc:Bounds", "x y width height")
            .allow("di:waypoint", "x y");

    void check(XmlElement root, Findings findings) {
        if (!root.name().equals("definitions") || !root.namespace().equals(DMN)) {
            findings.add("SANDBOX_NOT_A_MODEL", root, root.name());
            return;
        }
        new ListedOnly(ALLOWED, findings).walk(root, element -> inspect(element, findings));
    }

    private static void inspect(XmlElement element, Findings findings) {
        for (XmlElement.Attribute attribute : element.attributes()) {
            if (attribute.name().equals("expressionLanguage") && !FEEL.contains(attribute.value())) {
                findings.add("SANDBOX_DECISION_LANGUAGE", element, attribute.value());
            }
        }
        XmlElement around = element.parent();
        if (element.name().equals("text") && around != null) {
            feel(element, around.name(), findings);
        }
    }

    private static void feel(XmlElement element, String place, Findings findings) {
        String text = element.text().strip();
        if (text.isEmpty() || text.equals("-")) {
            return;
        }
        if (EVALUATED.contains(place)) {
            FeelBounds.problem(text, place.equals(UNARY))
                    .ifPresent(problem -> findings.add(problem.code(), element, problem.argument()));
        } else if (VALUES.contains(place)) {
            FeelBounds.problem(text, true)
                    .ifPresent(problem -> findings.add(problem.code(), element, problem.argument()));
        }
    }
}
