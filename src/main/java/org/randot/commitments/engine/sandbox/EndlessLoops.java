package org.randot.commitments.engine.sandbox;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A way round that no person and no review ever stops would keep the engine busy for ever. */
final class EndlessLoops {
    private static final Set<String> STOPS = Set.of("userTask", "callActivity");

    private final Findings findings;
    private final Map<String, XmlElement> nodes = new HashMap<>();
    private final Map<String, List<String>> ways = new HashMap<>();

    EndlessLoops(Findings findings) {
        this.findings = findings;
    }

    void check(XmlElement root) {
        collect(root);
        Set<String> done = new HashSet<>();
        for (String node : List.copyOf(ways.keySet())) {
            if (isRound(node, new HashSet<>(), done)) {
                findings.add("SANDBOX_ENDLESS_LOOP", nodes.getOrDefault(node, root), node);
                return;
            }
        }
    }

    private void collect(XmlElement element) {
        if (element.name().equals("sequenceFlow")) {
            ways.computeIfAbsent(element.attribute("sourceRef"), none -> new ArrayList<>())
                    .add(element.attribute("targetRef"));
        } else if (element.namespace().equals(BpmnRules.BPMN)) {
            nodes.putIfAbsent(element.attribute("id"), element);
        }
        element.children().forEach(this::collect);
    }

    private boolean isRound(String node, Set<String> path, Set<String> done) {
        if (path.contains(node)) {
            return true;
        }
        if (stops(nodes.get(node)) || !done.add(node)) {
            return false;
        }
        path.add(node);
        for (String next : ways.getOrDefault(node, List.of())) {
            if (isRound(next, path, done)) {
                return true;
            }
        }
        path.remove(node);
        return false;
    }

    private static boolean stops(@org.jspecify.annotations.Nullable XmlElement element) {
        return element != null
                && (STOPS.contains(element.name())
                        || (element.name().equals("subProcess")
                                && element.children().stream().anyMatch(EndlessLoops::stops)));
    }
}
