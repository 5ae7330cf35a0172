package org.randot.commitments.forms;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where in the values a check stands, and where it says what it finds.
 *
 * @param register what references are held against; null where only their shape is looked at
 */
record Place(
        List<FormFinding> findings,
        String pointer,
        Words words,
        @Nullable RegisterEntries register) {
    Place at(String step) {
        return new Place(findings, pointer + "/" + step.replace("~", "~0").replace("/", "~1"), words, register);
    }

    void error(String code, Object... arguments) {
        findings.add(
                new FormFinding(pointer, code, FormFinding.Severity.ERROR, words.say("finding." + code, arguments)));
    }

    void add(Part.Rule rule) {
        var finding = new FormFinding(pointer, rule.code(), rule.severity(), words.text(rule.textKey(), rule.text()));
        if (!findings.contains(finding)) {
            findings.add(finding);
        }
    }

    void onlyKeys(JsonNode object, Set<String> known) {
        for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!known.contains(name)) {
                at(name).error("UNKNOWN_FIELD", shortened(name));
            }
        }
    }

    static String shortened(String name) {
        return name.length() <= 60 ? name : name.substring(0, 59) + "…";
    }

    /** A text of bearable length without control characters; true when there is nothing to say against it. */
    boolean text(JsonNode value, int longest) {
        if (!value.isTextual()) {
            error("TEXT");
            return false;
        }
        String text = value.textValue();
        int length = text.codePointCount(0, text.length());
        if (length > longest) {
            error("TOO_LONG", words.number(longest), words.number(length));
            return false;
        }
        if (text.chars().anyMatch(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t')) {
            error("CHARACTERS");
            return false;
        }
        return true;
    }
}
