package org.randot.commitments.packages.contract;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Ids are words, not made by a tool. */
final class IdsAreWords implements ModelRule {
    @Override
    public Set<String> codes() {
        return Set.of("CONTRACT_ID");
    }

    @Override
    public void check(Model model, Findings findings) {
        Stream.concat(model.process().all().map(node -> node.xml), model.flows().map(Node.Flow::xml))
                .filter(element -> {
                    String id = element.attribute("id");
                    return !WORD.matcher(id).matches() || MADE.matcher(id).find();
                })
                .forEach(element -> findings.error(
                        "CONTRACT_ID", model.file(), element.attribute("id"), element.line(), element.attribute("id")));
    }

    private static final Pattern WORD = Pattern.compile("[a-z][A-Za-z0-9]*(-[A-Za-z0-9]+)*");
    private static final Pattern MADE = Pattern.compile(
            "^(activity|gateway|event|flow|startevent|endevent|task|sequenceflow|usertask|servicetask|process|sid)[_-]?(?=[a-z]*[0-9])[0-9a-z]{5,}$",
            Pattern.CASE_INSENSITIVE);
}
