package org.randot.commitments.engine.sandbox;

import java.util.Map;

/** Walks a model and refuses every element, attribute and text that its allow-list does not name. What stands inside a refused element is not looked at. */
final class ListedOnly {
    /** Names that attackers use, each with a finding of its own, so that the author learns why. */
    private static final Map<String, String> NOTORIOUS = Map.ofEntries(
            Map.entry("import", "SANDBOX_IMPORT"),
            Map.entry("scriptTask", "SANDBOX_SCRIPT"),
            Map.entry("script", "SANDBOX_SCRIPT"),
            Map.entry("scriptFormat", "SANDBOX_SCRIPT"),
            Map.entry("language", "SANDBOX_SCRIPT"),
            Map.entry("resource", "SANDBOX_SCRIPT"),
            Map.entry("class", "SANDBOX_CLASS"),
            Map.entry("type", "SANDBOX_TASK_TYPE"),
            Map.entry("connector", "SANDBOX_CONNECTOR"),
            Map.entry("executionListener", "SANDBOX_LISTENER"),
            Map.entry("taskListener", "SANDBOX_LISTENER"),
            Map.entry("formHandlerClass", "SANDBOX_FORM_CODE"),
            Map.entry("formData", "SANDBOX_FORM_CODE"),
            Map.entry("formKey", "SANDBOX_FORM_CODE"),
            Map.entry("variableMappingClass", "SANDBOX_MAPPING"),
            Map.entry("variableMappingDelegateExpression", "SANDBOX_MAPPING"),
            Map.entry("inputOutput", "SANDBOX_MAPPING"));

    private final AllowList allowed;
    private final Findings findings;

    /** What else is to be checked on an element that the list allows. */
    interface Visitor {
        void visit(XmlElement element);
    }

    ListedOnly(AllowList allowed, Findings findings) {
        this.allowed = allowed;
        this.findings = findings;
    }

    void walk(XmlElement element, Visitor visitor) {
        if (!allowed.knowsNamespace(element.namespace())) {
            findings.add("SANDBOX_NAMESPACE", element, element.name(), element.namespace());
            return;
        }
        if (!allowed.allows(element)) {
            findings.add(NOTORIOUS.getOrDefault(element.name(), "SANDBOX_ELEMENT"), element, element.name());
            return;
        }
        for (XmlElement.Attribute attribute : element.attributes()) {
            if (!allowed.knowsNamespace(attribute.namespace())) {
                findings.add("SANDBOX_NAMESPACE", element, attribute.name(), attribute.namespace());
            } else if (!allowed.allows(element, attribute)) {
                findings.add(
                        NOTORIOUS.getOrDefault(attribute.name(), "SANDBOX_ATTRIBUTE"),
                        element,
                        attribute.name(),
                        element.name());
            }
        }
        visitor.visit(element);
        element.children().forEach(child -> walk(child, visitor));
    }
}
