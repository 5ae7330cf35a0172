package org.randot.commitments.packages.contract;

import static org.randot.commitments.packages.contract.Xml.BPMN;
import static org.randot.commitments.packages.contract.Xml.CAMUNDA;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A step of a process, a sub-process, or the process itself, with what leads to it and away from it. */
final class Node {
    /** A sequence flow. */
    record Flow(Xml.Element xml, Node from, Node to) {
        String id() {
            return xml.attribute("id");
        }

        String name() {
            return xml.attribute("name");
        }

        String condition() {
            return xml.child(BPMN, "conditionExpression").map(Xml.Element::text).orElse("");
        }

        boolean isDefault() {
            return id().equals(from.xml.attribute("default"));
        }
    }

    final Xml.Element xml;
    final @Nullable Node parent;
    final List<Node> children = new ArrayList<>();
    final List<Flow> outgoing = new ArrayList<>();
    final List<Flow> incoming = new ArrayList<>();
    final List<Node> boundary = new ArrayList<>();
    private final Map<String, String> properties = new LinkedHashMap<>();

    Node(Xml.Element xml, @Nullable Node parent) {
        this.xml = xml;
        this.parent = parent;
        xml.child(BPMN, "extensionElements").stream()
                .flatMap(extension -> extension.children(CAMUNDA, "properties"))
                .flatMap(list -> list.children(CAMUNDA, "property"))
                .forEach(property -> properties.put(property.attribute("name"), property.attribute("value")));
    }

    String id() {
        return xml.attribute("id");
    }

    String kind() {
        return xml.name();
    }

    boolean is(String kind) {
        return kind().equals(kind);
    }

    String name() {
        return xml.attribute("name").replaceAll("\\s+", " ").strip();
    }

    String documentation() {
        return xml.child(BPMN, "documentation").map(Xml.Element::text).orElse("");
    }

    String attribute(String name) {
        return xml.attribute(name);
    }

    Map<String, String> properties() {
        return properties;
    }

    /** The property's value, an empty string where it is absent. */
    String property(String name) {
        return properties.getOrDefault(name, "").strip();
    }

    boolean has(String property) {
        return properties.containsKey(property);
    }

    /** A sub-process that has properties of a stage, or that calls the milestone review. */
    boolean isStage() {
        return is("subProcess")
                && (Contract.STAGE.stream().anyMatch(this::has)
                        || children.stream().anyMatch(Node::callsReview));
    }

    /** A sub-process around a yearly stage. */
    boolean isYearlyWrapper() {
        return is("subProcess") && !isStage() && children.stream().anyMatch(Node::isStage);
    }

    boolean callsReview() {
        return is("callActivity") && attribute("calledElement").equals(Contract.MILESTONE_REVIEW);
    }

    boolean isQuestion() {
        return (is("exclusiveGateway") || is("inclusiveGateway")) && outgoing.size() > 1;
    }

    /** Text of its timer's date, duration or cycle; empty where it is no timer. */
    Optional<String> timer() {
        return xml.child(BPMN, "timerEventDefinition")
                .map(timer ->
                        timer.child(BPMN, "timeDate").map(Xml.Element::text).orElse(""));
    }

    Stream<Node> all() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(Node::all));
    }

    Stream<Node> stages() {
        return all().filter(Node::isStage);
    }

    Stream<Node> tasks() {
        return children.stream().filter(child -> child.is("userTask"));
    }

    /** Everything that can come after this step within its sub-process, boundary events included. */
    Set<Node> following() {
        return walk(node -> Stream.concat(node.outgoing.stream().map(Flow::to), node.boundary.stream()));
    }

    /** Everything that the ways out of this step lead to, boundary events aside. */
    Set<Node> ahead() {
        return walk(node -> node.outgoing.stream().map(Flow::to));
    }

    private Set<Node> walk(Function<Node, Stream<Node>> next) {
        Set<Node> seen = new LinkedHashSet<>();
        Deque<Node> open = new ArrayDeque<>(List.of(this));
        while (!open.isEmpty()) {
            next.apply(open.pop()).filter(seen::add).forEach(open::push);
        }
        return seen;
    }
}
