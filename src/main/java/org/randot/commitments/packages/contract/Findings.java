package org.randot.commitments.packages.contract;

import java.util.ArrayList;
import java.util.List;
import org.randot.commitments.engine.Finding;

/** What the rules found so far. */
final class Findings {
    private final List<Finding> found = new ArrayList<>();

    void error(String code, Model model, Node node, String... arguments) {
        error(code, model.file(), node.id(), node.xml.line(), arguments);
    }

    void error(String code, String file, String element, int line, String... arguments) {
        found.add(Finding.error(code, file, element, line, arguments));
    }

    List<Finding> all() {
        return List.copyOf(found);
    }
}
