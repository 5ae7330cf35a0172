package org.randot.commitments.packages.contract;

import static org.randot.commitments.packages.contract.Xml.BPMN;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A BPMN file as the contract sees it. */
final class Model {
    private static final Set<String> STEPS = Set.of(
            "startEvent",
            "endEvent",
            "intermediateCatchEvent",
            "intermediateThrowEvent",
            "boundaryEvent",
            "task",
            "userTask",
            "serviceTask",
            "sendTask",
            "receiveTask",
            "manualTask",
            "businessRuleTask",
            "scriptTask",
            "callActivity",
            "subProcess",
            "transaction",
            "exclusiveGateway",
            "parallelGateway",
            "inclusiveGateway",
            "eventBasedGateway",
            "complexGateway");

    private final String file;
    private final Xml.Element definitions;
    private final List<Xml.Element> processes;
    private final Node process;

    private Model(String file, Xml.Element definitions) {
        this.file = file;
        this.definitions = definitions;
        this.processes = definitions.children(BPMN, "process").toList();
        this.process = read(processes.isEmpty() ? definitions : processes.get(0), null);
    }

    static Model parse(String file, byte[] content) throws Xml.Unreadable {
        return new Model(file, Xml.parse(content));
    }

    private static Node read(Xml.Element xml, @Nullable Node parent) {
        Node scope = new Node(xml, parent);
        Map<String, Node> byId = new HashMap<>();
        for (Xml.Element child : xml.children()) {
            if (child.namespace().equals(BPMN) && STEPS.contains(child.name())) {
                Node node = read(child, scope);
                scope.children.add(node);
                byId.put(node.id(), node);
            }
        }
        connect(xml, byId);
        return scope;
    }

    private static void connect(Xml.Element scope, Map<String, Node> byId) {
        scope.children(BPMN, "sequenceFlow").forEach(flow -> {
            Node from = byId.get(flow.attribute("sourceRef"));
            Node to = byId.get(flow.attribute("targetRef"));
            if (from != null && to != null) {
                Node.Flow read = new Node.Flow(flow, from, to);
                from.outgoing.add(read);
                to.incoming.add(read);
            }
        });
        for (Node node : byId.values()) {
            Node host = byId.get(node.attribute("attachedToRef"));
            if (node.is("boundaryEvent") && host != null) {
                host.boundary.add(node);
            }
        }
    }

    String file() {
        return file;
    }

    Xml.Element definitions() {
        return definitions;
    }

    List<Xml.Element> processes() {
        return processes;
    }

    Node process() {
        return process;
    }

    /** A process that all commitments share, and not a commitment itself. */
    boolean isShared() {
        return Contract.SHARED_PROCESSES.contains(process.id());
    }

    Stream<Node> stages() {
        return process.stages();
    }

    /** Every step, the process itself excluded. */
    Stream<Node> steps() {
        return process.all().skip(1);
    }

    Stream<Node.Flow> flows() {
        return process.all().flatMap(node -> node.outgoing.stream());
    }

    /** Codes of the stages that must be approved before this one opens: the nearest ones backwards on every way. */
    List<String> before(Node stage) {
        Node parent = stage.parent;
        Node unit = parent != null && parent.isYearlyWrapper() ? parent : stage;
        Set<String> found = new LinkedHashSet<>();
        Set<Node> seen = new HashSet<>();
        Deque<Node> open = new ArrayDeque<>(List.of(unit));
        while (!open.isEmpty()) {
            for (Node.Flow flow : open.pop().incoming) {
                Node from = flow.from();
                List<String> codes =
                        from.stages().map(node -> node.property("stage")).toList();
                found.addAll(codes);
                if (codes.isEmpty() && seen.add(from)) {
                    open.push(from);
                }
            }
        }
        return found.stream().sorted(Contract.BY_CODE).toList();
    }

    /** Every English text that a person sees, by its message key. */
    Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        addTexts(texts, "process", process);
        put(texts, "process.instruments", process.property("instruments"));
        steps().forEach(node -> {
            addTexts(texts, node.id(), node);
            node.properties().forEach((name, value) -> {
                if (Contract.isText(name) && !name.equals("instruments")) {
                    put(texts, node.id() + "." + name, value);
                }
            });
        });
        flows().forEach(flow -> put(texts, flow.id() + ".name", flow.name()));
        definitions
                .all()
                .filter(element -> element.is(BPMN, "textAnnotation"))
                .forEach(note -> put(
                        texts,
                        note.attribute("id") + ".text",
                        note.child(BPMN, "text").map(Xml.Element::text).orElse("")));
        return texts;
    }

    private static void addTexts(Map<String, String> texts, String key, Node node) {
        put(texts, key + ".name", node.name());
        put(texts, key + ".documentation", node.documentation());
    }

    private static void put(Map<String, String> texts, String key, String text) {
        if (!text.isBlank()) {
            texts.put(key, text.replaceAll("\\s+", " ").strip());
        }
    }

    /** Ids of everything that has a shape or an edge. */
    Set<String> drawn() {
        return definitions
                .all()
                .filter(element -> element.is(Xml.BPMN_DI, "BPMNShape") || element.is(Xml.BPMN_DI, "BPMNEdge"))
                .map(element -> element.attribute("bpmnElement"))
                .collect(Collectors.toSet());
    }
}
