package org.randot.commitments.engine.sandbox;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An element of a model as the sandbox sees it: names, attributes, the text directly inside, and the line where it stands. */
final class XmlElement {
    private final String namespace;
    private final String name;
    private final int line;
    private final @Nullable XmlElement parent;
    private final List<Attribute> attributes = new ArrayList<>();
    private final List<XmlElement> children = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    record Attribute(String namespace, String name, String value) {}

    XmlElement(String namespace, String name, int line, @Nullable XmlElement parent) {
        this.namespace = namespace;
        this.name = name;
        this.line = line;
        this.parent = parent;
    }

    void add(Attribute attribute) {
        attributes.add(attribute);
    }

    void add(XmlElement child) {
        children.add(child);
    }

    void append(String more) {
        text.append(more);
    }

    String namespace() {
        return namespace;
    }

    String name() {
        return name;
    }

    int line() {
        return line;
    }

    @Nullable
    XmlElement parent() {
        return parent;
    }

    List<Attribute> attributes() {
        return attributes;
    }

    List<XmlElement> children() {
        return children;
    }

    /** The text directly inside; comments do not part it. */
    String text() {
        return text.toString();
    }

    /** Value of an attribute without namespace; empty where absent. */
    String attribute(String attributeName) {
        return attributes.stream()
                .filter(attribute ->
                        attribute.namespace().isEmpty() && attribute.name().equals(attributeName))
                .map(Attribute::value)
                .findFirst()
                .orElse("");
    }

    /** The nearest id, of this element or one around it. */
    String nearestId() {
        String id = attribute("id");
        XmlElement around = parent;
        return id.isEmpty() && around != null ? around.nearestId() : id;
    }
}
