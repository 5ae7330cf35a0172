package org.randot.commitments.engine;

import java.util.Set;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParser;
import org.camunda.bpm.engine.impl.util.xml.Element;

/** The engine makes form handlers and validators while it parses, past its factory of artifacts. So its parser stops before them. */
final class ParseWall extends BpmnParse {
    private static final Set<String> ATTRIBUTES = Set.of("class", "formHandlerClass", "variableMappingClass");
    private static final Set<String> ELEMENTS = Set.of("formData", "script", "connector");

    ParseWall(BpmnParser parser) {
        super(parser);
    }

    @Override
    protected void parseRootElement() {
        refuse(rootElement);
        super.parseRootElement();
    }

    private static void refuse(Element element) {
        boolean named = element.attributes().stream()
                .map(attribute -> attribute.substring(attribute.lastIndexOf(':') + 1))
                .anyMatch(ATTRIBUTES::contains);
        if (named || ELEMENTS.contains(element.getTagName())) {
            throw new SecurityException("Models may not name classes: line " + element.getLine());
        }
        element.elements().forEach(ParseWall::refuse);
    }
}
