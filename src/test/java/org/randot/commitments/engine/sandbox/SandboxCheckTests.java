package org.randot.commitments.engine.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.randot.commitments.engine.Finding;

class SandboxCheckTests {
    static final PublishedNames NAMES = new PublishedNames() {
        @Override
        public Set<String> steps() {
            return Set.of("ringBell", "openReminders", "openEscalation");
        }

        @Override
        public Set<String> words() {
            return Set.of("bell", "undertaking", "review", "reminders", "due");
        }

        @Override
        public boolean isCallable(String word, String method, int arguments) {
            return !word.equals("bell")
                    || (Set.of("years", "rings").contains(method) && arguments == 0)
                    || (method.equals("on") && arguments == 1);
        }
    };

    private final SandboxCheck check = new SandboxCheck(NAMES);

    static Stream<Gadget> gadgets() {
        return Gadget.all(9).stream();
    }

    @ParameterizedTest
    @MethodSource("gadgets")
    void refusesWithCodeAndLine(Gadget gadget) {
        List<Finding> findings = check.check(gadget.file(), gadget.content());
        assertThat(findings).extracting(Finding::code).contains(gadget.code());
        if (gadget.line() > 0) {
            assertThat(findings)
                    .filteredOn(finding -> finding.code().equals(gadget.code()))
                    .extracting(Finding::line)
                    .contains(gadget.line());
        }
    }

    @Test
    void refusesMoreThanAHundredGadgets() {
        assertThat(gadgets()).hasSizeGreaterThan(100).doesNotHaveDuplicates();
    }

    @Test
    void findsWordsForEachCode_whenAskedInAnyLanguage() {
        for (String language : List.of("en", "es", "pt", "fr")) {
            ResourceBundle texts = ResourceBundle.getBundle(
                    "messages.engine",
                    Locale.forLanguageTag(language),
                    ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
            assertThat(gadgets().map(Gadget::code))
                    .allSatisfy(code ->
                            assertThat(texts.keySet()).contains("finding." + code, "finding." + code + ".remedy"));
        }
    }

    @Test
    void letsGoodModelsPass() throws IOException {
        try (Stream<Path> files = Stream.concat(
                Files.walk(Path.of("processes")), Stream.of(Path.of("src/test/resources/engine/life.bpmn")))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(check.check(file.toString(), Files.readAllBytes(file)))
                        .as(file.toString())
                        .isEmpty();
            }
        }
    }

    @Test
    void letsALoopPass_whenAPersonStandsInIt() {
        String loop = "<b:startEvent id='s'/><b:exclusiveGateway id='x'/><b:userTask id='y'/>"
                + "<b:sequenceFlow id='f' sourceRef='s' targetRef='x'/><b:sequenceFlow id='g' sourceRef='x' targetRef='y'/>"
                + "<b:sequenceFlow id='h' sourceRef='y' targetRef='x'/>";
        assertThat(check.check("g.bpmn", Gadget.definitions("", "", "", loop).getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
    }
}
