package org.randot.commitments.forms;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The instruments that a form asks about.
 *
 * @param options what choices need
 * @param silent what conditions, rules and rows need: they do not say so themselves
 */
record AskedTreaties(Set<String> options, Set<String> silent) {
    private static final Pattern ASKED = Pattern.compile("\\btreaties\\.([A-Z_]+)");
    private static final String REQUIRES = "requires.";

    static AskedTreaties of(JsonNode schema, List<Part> parts) {
        var asked = new AskedTreaties(new TreeSet<>(), new TreeSet<>());
        List<Part.Field> fields = Form.fields(parts);
        asked.look(schema, fields.stream().noneMatch(field -> field.key().equals("treaties")));
        for (Part.Field field : fields) {
            if (field.type() instanceof TableType table) {
                table.given().rows().stream()
                        .map(GivenRow::requires)
                        .filter(each -> !each.isEmpty())
                        .forEach(asked.silent::add);
            }
        }
        return asked;
    }

    private void look(JsonNode node, boolean expressions) {
        if (expressions && node.isTextual()) {
            ASKED.matcher(node.textValue())
                    .results()
                    .map(found -> found.group(1))
                    .filter(Form.INSTRUMENTS::contains)
                    .forEach(silent::add);
        }
        node.properties().stream()
                .filter(each -> each.getKey().startsWith(REQUIRES))
                .forEach(each -> options.add(each.getValue().asText()));
        node.forEach(each -> look(each, expressions));
    }

    /** What a person should know where the treaty status decides and nobody knows it; empty where nothing hangs on that. */
    Optional<FormFinding> unconfirmed(FormContext context, Words words) {
        Map<String, String> standing = context.treaties();
        List<String> unknown = silent.stream()
                .filter(each -> "UNKNOWN".equals(standing.get(each)))
                .map(each -> words.say("instrument." + each))
                .toList();
        return unknown.isEmpty()
                ? Optional.empty()
                : Optional.of(new FormFinding(
                        "",
                        "TREATY_UNKNOWN",
                        FormFinding.Severity.INFO,
                        words.say("finding.TREATY_UNKNOWN", String.join(", ", unknown))));
    }
}
