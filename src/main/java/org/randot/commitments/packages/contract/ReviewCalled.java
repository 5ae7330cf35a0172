package org.randot.commitments.packages.contract;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Every stage calls the shared milestone review once, and hands over what it needs. */
final class ReviewCalled implements ModelRule {
    @Override
    public Set<String> codes() {
        return Set.of("CONTRACT_REVIEW", "CONTRACT_REVIEW_MAPPING");
    }

    @Override
    public void check(Model model, Findings findings) {
        model.stages().forEach(stage -> {
            List<Node> calls = stage.children.stream().filter(Node::callsReview).toList();
            if (calls.size() != 1) {
                findings.error("CONTRACT_REVIEW", model, stage, String.valueOf(calls.size()));
                return;
            }
            Set<String> mappings = mappings(calls.get(0));
            NEEDED.stream()
                    .filter(needed -> !mappings.contains(needed))
                    .forEach(needed -> findings.error("CONTRACT_REVIEW_MAPPING", model, calls.get(0), needed));
        });
    }

    private static final List<String> NEEDED =
            List.of("in businessKey", "in stage", "in request", "out decision", "out accepted");

    private static Set<String> mappings(Node call) {
        return call.xml.child(Xml.BPMN, "extensionElements").stream()
                .flatMap(extension -> extension.children().stream())
                .filter(element -> element.namespace().equals(Xml.CAMUNDA))
                .map(ReviewCalled::mapping)
                .collect(Collectors.toSet());
    }

    private static String mapping(Xml.Element element) {
        if (element.attribute("businessKey").equals("#{execution.processBusinessKey}")) {
            return element.name() + " businessKey";
        }
        String source = element.attribute("source");
        return source.equals(element.attribute("target")) ? element.name() + " " + source : "";
    }
}
