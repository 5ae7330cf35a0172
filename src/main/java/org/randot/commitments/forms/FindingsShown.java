package org.randot.commitments.forms;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Findings on a page: beside their fields, and in a summary that links to them. Fields tell it where they stand. */
final class FindingsShown {
    private final List<FormFinding> findings;
    private final Words words;
    private final Map<String, String> anchors = new HashMap<>();
    private final Map<String, String> labels = new LinkedHashMap<>();

    FindingsShown(List<FormFinding> findings, Words words) {
        this.findings = findings;
        this.words = words;
    }

    /** What stands at the pointer is called so. */
    void name(String pointer, String label) {
        if (!label.isEmpty()) {
            labels.put(pointer, label);
        }
    }

    /** What stands at the pointer is reached there. */
    void place(String pointer, String id) {
        anchors.put(pointer, id);
    }

    String placeOf(String pointer, String otherwise) {
        return anchors.getOrDefault(pointer, otherwise);
    }

    boolean isWrong(String pointer) {
        return findings.stream()
                .anyMatch(each -> each.severity() == FormFinding.Severity.ERROR
                        && each.field().equals(pointer));
    }

    List<FieldView.Message> messages(String pointer, boolean inside) {
        var messages = new ArrayList<FieldView.Message>();
        for (FormFinding each : findings) {
            if (each.field().equals(pointer)) {
                messages.add(new FieldView.Message(severity(each), each.message()));
            } else if (inside && each.field().startsWith(pointer + "/")) {
                messages.add(new FieldView.Message(severity(each), insideLabel(each, pointer) + each.message()));
            }
        }
        return messages;
    }

    private String insideLabel(FormFinding finding, String pointer) {
        String step = finding.field().substring(pointer.length() + 1);
        step = step.indexOf('/') < 0 ? step : step.substring(0, step.indexOf('/'));
        return Optional.ofNullable(PartNames.of(step, words))
                .map(each -> each + ": ")
                .orElse("");
    }

    private static String severity(FormFinding finding) {
        return finding.severity().name().toLowerCase(Locale.ROOT);
    }

    List<FormView.Summary> summary() {
        var summary = new ArrayList<FormView.Summary>();
        for (FormFinding.Severity severity : FormFinding.Severity.values()) {
            for (FormFinding each : findings) {
                if (each.severity() == severity) {
                    summary.add(new FormView.Summary(
                            severity(each), label(each.field()), each.message(), anchor(each.field())));
                }
            }
        }
        return summary;
    }

    private String anchor(String pointer) {
        for (String at = pointer; !at.isEmpty(); at = at.substring(0, at.lastIndexOf('/'))) {
            String anchor = anchors.get(at);
            if (anchor != null) {
                return anchor;
            }
            String below = at + "/";
            Optional<String> first = anchors.keySet().stream()
                    .filter(each -> each.startsWith(below))
                    .sorted()
                    .findFirst();
            if (first.isPresent()) {
                return anchors.getOrDefault(first.get(), "");
            }
        }
        return "";
    }

    /** "Agencies bound, row 3, name". */
    private String label(String pointer) {
        var said = new ArrayList<String>();
        for (int i = pointer.indexOf('/', 1); ; i = pointer.indexOf('/', i + 1)) {
            String label = labels.get(i < 0 ? pointer : pointer.substring(0, i));
            if (label != null && !label.isEmpty()) {
                said.add(label);
            }
            if (i < 0) {
                return String.join(", ", said);
            }
        }
    }
}
