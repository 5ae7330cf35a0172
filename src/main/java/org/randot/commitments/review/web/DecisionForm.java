package org.randot.commitments.review.web;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.randot.commitments.review.DecideReview;
import org.randot.commitments.review.ReviewView;
import org.randot.commitments.undertakings.Mark;
import org.springframework.util.MultiValueMap;

/** What was typed into the decision form; kept as typed when it is refused. {@code marks} by field pointer or {@code evidence:<id>}. */
record DecisionForm(
        int version,
        String decision,
        String text,
        Map<String, String> marks,
        Set<Integer> criteria,
        boolean confirmed) {
    private static final String MARK = "mark[";

    static DecisionForm of(ReviewView view) {
        return new DecisionForm(view.item().version(), "", "", Map.of(), view.ticked(), false);
    }

    static DecisionForm of(MultiValueMap<String, String> posted) {
        Map<String, String> marks = new LinkedHashMap<>();
        posted.forEach((name, values) -> {
            if (name.startsWith(MARK) && name.endsWith("]")) {
                marks.put(
                        name.substring(MARK.length(), name.length() - 1),
                        values.get(0).strip());
            }
        });
        return new DecisionForm(
                number(first(posted, "version")),
                first(posted, "decision"),
                first(posted, "text"),
                marks,
                criteria(posted),
                posted.containsKey("confirmed"));
    }

    DecideReview toCommand(UUID review) {
        List<Mark> given = marks.entrySet().stream()
                .filter(mark -> !mark.getValue().isEmpty())
                .map(mark -> new Mark(mark.getKey(), mark.getValue()))
                .toList();
        return new DecideReview(review, version, decision, text, given, criteria);
    }

    /** The remark typed for a field or document. */
    public String mark(String target) {
        return marks.getOrDefault(target, "");
    }

    private static Set<Integer> criteria(MultiValueMap<String, String> posted) {
        Set<Integer> criteria = new HashSet<>();
        posted.getOrDefault("criterion", List.of()).forEach(position -> criteria.add(number(position)));
        return criteria;
    }

    private static String first(MultiValueMap<String, String> posted, String name) {
        String value = posted.getFirst(name);
        return value == null ? "" : value;
    }

    private static int number(String text) {
        return text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : -1;
    }
}
