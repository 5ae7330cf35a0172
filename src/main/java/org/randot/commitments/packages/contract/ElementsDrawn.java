package org.randot.commitments.packages.contract;

import java.util.Set;
import java.util.stream.Stream;

/** Every step and every flow is drawn. */
final class ElementsDrawn implements ModelRule {
    @Override
    public Set<String> codes() {
        return Set.of("CONTRACT_NOT_DRAWN");
    }

    @Override
    public void check(Model model, Findings findings) {
        Set<String> drawn = model.drawn();
        Stream.concat(model.steps().map(node -> node.xml), model.flows().map(Node.Flow::xml))
                .filter(element -> !drawn.contains(element.attribute("id")))
                .forEach(element -> findings.error(
                        "CONTRACT_NOT_DRAWN", model.file(), element.attribute("id"), element.line(), element.name()));
    }
}
