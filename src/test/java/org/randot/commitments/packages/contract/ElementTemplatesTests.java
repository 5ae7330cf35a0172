package org.randot.commitments.packages.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The contract class, the element templates and the guide for authors name the same properties. */
class ElementTemplatesTests {
    private static final Path TEMPLATES = Path.of("processes/.camunda/element-templates");
    private static final Pattern DOCUMENTED = Pattern.compile("(?m)^\\| (`[a-zA-Z0-9]+`[^|]*) \\|");
    private static final Pattern NAME = Pattern.compile("`([a-zA-Z0-9]+)`");

    @Test
    void namesTheSameProperties_givenATemplateAContractAndAGuide() throws IOException {
        assertThat(template("process")).isEqualTo(set(Contract.PROCESS)).isEqualTo(documented("Process"));
        assertThat(template("stage")).isEqualTo(set(Contract.STAGE)).isEqualTo(documented("Stage"));
        assertThat(template("coordinator-task"))
                .isEqualTo(set(Contract.TASK))
                .isEqualTo(documented("Coordinator task"));
    }

    @Test
    void namesTheTimersProperties_givenTheTwoTimerTemplates() throws IOException {
        Set<String> both = new TreeSet<>(template("reminder-timer"));
        both.addAll(template("escalation-timer"));

        assertThat(both).isEqualTo(set(Contract.TIMER));
        assertThat(guide()).contains("`review`");
        assertThat(Contract.REVIEW).containsExactly("review");
    }

    @Test
    void writesWhatTheContractAsks_givenTheTaskTemplate() throws IOException {
        assertThat(Files.readString(TEMPLATES.resolve("coordinator-task.json")))
                .contains(Contract.CANDIDATES, Contract.TASK_DUE);
        assertThat(Files.readString(TEMPLATES.resolve("milestone-review.json"))).contains(Contract.MILESTONE_REVIEW);
        assertThat(Files.readString(TEMPLATES.resolve("reminder-timer.json")))
                .contains(Contract.REMINDERS_OPEN, Contract.OPEN_REMINDERS);
        assertThat(Files.readString(TEMPLATES.resolve("escalation-timer.json")))
                .contains(Contract.REMINDERS_ESCALATE, Contract.OPEN_ESCALATION);
    }

    @Test
    void explainsEveryFindingAndEveryWord_givenTheGuide() throws IOException {
        String guide = guide();

        assertThat(ContractRules.codes()).allMatch(code -> guide.contains("`" + code + "`"));
        assertThat(Contract.EVIDENCE_KINDS).allMatch(kind -> guide.contains("`" + kind + "`"));
        assertThat(Contract.STRENGTHS).allMatch(strength -> guide.contains("`" + strength + "`"));
    }

    private static Set<String> template(String name) throws IOException {
        Set<String> names = new TreeSet<>();
        for (JsonNode property : new ObjectMapper()
                .readTree(TEMPLATES.resolve(name + ".json").toFile())
                .path(0)
                .path("properties")) {
            if (property.path("binding").path("type").asText().equals("camunda:property")) {
                names.add(first(property.path("binding").path("name").asText()));
            }
        }
        return names;
    }

    private static Set<String> documented(String section) throws IOException {
        String guide = guide();
        int from = guide.indexOf("\n## " + section + "\n");
        Set<String> names = new TreeSet<>();
        Matcher rows = DOCUMENTED.matcher(guide.substring(from, guide.indexOf("\n## ", from + 1)));
        while (rows.find()) {
            Matcher name = NAME.matcher(rows.group(1));
            while (name.find()) {
                names.add(first(name.group(1)));
            }
        }
        return names;
    }

    private static Set<String> set(List<String> names) {
        return new TreeSet<>(names);
    }

    private static String first(String name) {
        return Contract.isCriterion(name) || Contract.isCondition(name) ? name.replaceAll("[0-9]", "1") : name;
    }

    private static String guide() throws IOException {
        return Files.readString(Path.of("docs/authoring-processes.md"));
    }
}
