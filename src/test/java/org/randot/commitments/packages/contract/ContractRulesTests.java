package org.randot.commitments.packages.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.randot.commitments.engine.Finding;
import org.randot.commitments.packages.PackageFiles;

class ContractRulesTests {
    private static final String BPMN = "sample-commitment.bpmn";

    /** One thing broken in the good package, and the one finding it must give. */
    record Broken(String code, String file, String from, String to) {
        PackageFiles files() {
            return PackageFixture.changed(PackageFixture.sample(), file, from, to);
        }

        @Override
        public String toString() {
            return code + ": " + from + " → " + to;
        }
    }

    private static Broken bpmn(String code, String from, String to) {
        return new Broken("CONTRACT_" + code, BPMN, from, to);
    }

    private static Broken file(String code, String file, String from, String to) {
        return new Broken("CONTRACT_" + code, file, from, to);
    }

    private static String property(String name, String value) {
        return "<camunda:property name=\"" + name + "\" value=\"" + value + "\" />";
    }

    private static final String REVIEW_CALL = "calledElement=\"milestone-review\"";

    static List<Broken> broken() {
        return List.of(
                bpmn("ONE_PROCESS", "isExecutable=\"true\"", "isExecutable=\"false\""),
                bpmn("VERSION_TAG", " camunda:versionTag=\"1\"", ""),
                bpmn("TIME_TO_LIVE", " camunda:historyTimeToLive=\"P3650D\"", ""),
                bpmn("TIME_TO_LIVE", "historyTimeToLive=\"P3650D\"", "historyTimeToLive=\"ten years\""),
                bpmn("ANCHOR", property("anchor", "M"), property("anchor", "Q")),
                bpmn("STRENGTH", property("strength", "COMMIT"), property("strength", "WISH")),
                bpmn("PROPERTY_MISSING", property("instruments", "UNTOC"), ""),
                bpmn("PROPERTY_MISSING", property("mandatory", "true"), ""),
                bpmn("PROPERTY_MISSING", property("criteria1", "The rule binds every agency."), ""),
                bpmn("PROPERTY_MISSING", property("who", "Ministry of justice"), ""),
                bpmn("PROPERTY_UNKNOWN", "name=\"minimumDays\"", "name=\"minimalDays\""),
                bpmn("PROPERTY_VALUE", property("mandatory", "true"), property("mandatory", "yes")),
                bpmn("PROPERTY_VALUE", property("milestone", "X1.M1"), property("milestone", "X2.M1")),
                bpmn("PROPERTY_VALUE", property("task", "T1"), property("task", "1")),
                bpmn("CODE_TWICE", property("milestone", "X1.M2"), property("milestone", "X1.M1")),
                bpmn("DUE", "value=\"M-P420D\"", "value=\"M minus 420\""),
                bpmn("WEIGHTS", property("weight", "60"), property("weight", "59")),
                bpmn("REVIEW_MAPPING", "<camunda:in source=\"stage\" target=\"stage\" />", ""),
                bpmn("REVIEW_MAPPING", "<camunda:out source=\"accepted\" target=\"accepted\" />", ""),
                bpmn("RETURN_WAY", ">${accepted}<", ">${decision == 'APPROVE'}<"),
                bpmn("RETURN_WAY", " default=\"ruleInForceReturned\"", ""),
                bpmn("TASK_FORM", " camunda:formRefBinding=\"deployment\"", ""),
                bpmn("TASK_CANDIDATES", "${undertaking.coordinators()}", "coordinators"),
                bpmn("TASK_DUE", " camunda:dueDate=\"${due.date()}\"", ""),
                bpmn("TASK_EVIDENCE", property("evidence", "EV-DEC|EV-LTR:1, EV-STA:0"), ""),
                bpmn("TASK_EVIDENCE", "EV-DEC|EV-LTR:1", "EV-DOC:1"),
                bpmn("EVIDENCE_CONDITION", "agencies &#62; 0", "agencies &#62;"),
                bpmn("EVIDENCE_CONDITION", "agencies &#62; 0", "agency &#62; 0"),
                bpmn("EVIDENCE_WORDS", property("evidence2When", "an agency is bound"), ""),
                bpmn("EVIDENCE_WORDS", property("evidence2If", "agencies &#62; 0"), ""),
                bpmn("EVIDENCE_WORDS", "EV-DEC|EV-LTR:1, EV-STA:0", "EV-DEC|EV-LTR:1"),
                bpmn("REMINDER_TIMER", "${reminders.opens()}", "${due.on('M-P30D')}"),
                bpmn("ESCALATION_TIMER", "${reminders.escalates()}", "${due.on('M-P30D')}"),
                bpmn("YEARLY", "${undertaking.reportingYears()}", "${undertaking.years()}"),
                bpmn("YEARLY", "${due.on('Y-P30D')}", "${due.on('M-P30D')}"),
                bpmn("YEARLY", "value=\"Y+P90D\"", "value=\"M-P90D\""),
                bpmn("YEARLY", "value=\"M-P420D\"", "value=\"Y+P90D\""),
                bpmn(
                        "DEAD_END",
                        "sourceRef=\"everyYear\" targetRef=\"undertakingDone\"",
                        "sourceRef=\"ruleInForce\" targetRef=\"undertakingDone\""),
                bpmn(
                        "NOT_REACHED",
                        "sourceRef=\"yearPlanned\" targetRef=\"yearOpens\"",
                        "sourceRef=\"yearPlanned\" targetRef=\"figuresOfYear\""),
                bpmn("NAME_MISSING", " name=\"Undertaking launched\"", ""),
                bpmn("NAME_MISSING", " name=\"accepted\"", ""),
                bpmn(
                        "DOCUMENTATION_MISSING",
                        "<bpmn:documentation>States commit to something that tests can check.</bpmn:documentation>",
                        ""),
                bpmn("NOT_DRAWN", "bpmnElement=\"launched\"", "bpmnElement=\"elsewhere\""),
                bpmn("FORM_MISSING", "camunda:formRef=\"rule\"", "camunda:formRef=\"law\""),
                bpmn("PROFILE", property("reminderProfile", "R1"), property("reminderProfile", "R9")),
                bpmn("LADDER", property("escalation", "X1"), property("escalation", "X9")),
                bpmn("UNREADABLE", "</bpmn:definitions>", ""),
                file("FORM_ID", "rule.form", "\"id\": \"rule\"", "\"id\": \"law\""),
                file("TRANSLATION", "messages_pt.properties", "describeRule.name=", "describeRule.nome="),
                file("TRANSLATION", "messages_fr.properties", "rule.title.label=", "rule.titre.label="),
                file("TRANSLATION", "messages_es.properties", "process.instruments=UNTOC (es)", "process.instruments="),
                file("MESSAGES", "messages_es.properties", "process.name=", "process.name=\\uZZZZ"),
                file("INDICATORS", "indicators.json", "\"unit\": \"PERCENT\",", ""),
                file("INDICATORS", "indicators.json", "\"S2.reported\"", "\"S2.reported +\""),
                file("INDICATORS", "indicators.json", "\"S2.reported\"", "\"for a in S2.reported return range(a)\""),
                file(
                        "INDICATORS",
                        "indicators.json",
                        "\"S2.reported\"",
                        "\"if treaties.TIPP = \\\"NONE\\\" then 0 else S2.reported\""),
                file("INDICATORS", "indicators.json", "\"PERCENT\"", "\"SHARE\""),
                file("INDICATORS", "indicators.json", "\"YEARLY\"", "\"DAILY\""),
                file("INDICATOR_FIELD", "indicators.json", "S2.reported", "S2.recorded"),
                file(
                        "INDICATOR_FIELD",
                        "indicators.json",
                        "\"disaggregations\": []",
                        "\"disaggregations\": [\"S2.reported.kind\"]"));
    }

    @Test
    void findsNothing_whenThePackageIsGood() {
        assertThat(PackageFixture.check(PackageFixture.sample())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("broken")
    void findsExactlyThis_whenOneThingIsBroken(Broken broken) {
        Set<String> codes = codes(PackageFixture.check(broken.files()));

        assertThat(codes).contains(broken.code());
        assertThat(CONSEQUENCES.getOrDefault(broken.code(), Set.of())).containsAll(without(broken.code(), codes));
    }

    /** What else cannot hold any more: everything not named here must stand alone. */
    private static final Map<String, Set<String>> CONSEQUENCES = Map.of(
            "CONTRACT_DEAD_END", Set.of("CONTRACT_NOT_REACHED"),
            "CONTRACT_FORM_ID", Set.of("CONTRACT_TRANSLATION"),
            "CONTRACT_UNREADABLE", Set.of("CONTRACT_PROCESS_FILE", "CONTRACT_INDICATOR_FIELD"));

    private static Set<String> without(String code, Set<String> codes) {
        return codes.stream().filter(other -> !other.equals(code)).collect(Collectors.toSet());
    }

    @Test
    void namesElementAndLine_whenItFindsSomething() {
        Finding finding = PackageFixture.check(bpmn("TASK_DUE", " camunda:dueDate=\"${due.date()}\"", "")
                        .files())
                .get(0);

        assertThat(finding.element()).isEqualTo("describeRule");
        assertThat(finding.file()).isEqualTo(BPMN);
        assertThat(finding.line()).isGreaterThan(1);
    }

    @Test
    void findsTheOthers_whenMoreThanOnePlaceMustChange() {
        PackageFiles sample = PackageFixture.sample();

        assertThat(codes(PackageFixture.check(PackageFixture.with(sample, "run.sh", "#!/bin/sh"))))
                .containsExactly("CONTRACT_FILE");
        assertThat(codes(PackageFixture.check(PackageFixture.with(sample, "second.bpmn", "<a/>"))))
                .contains("CONTRACT_PROCESS_FILE");
        assertThat(codes(check("<bpmn:subProcess", "<bpmn:transaction"))).contains("CONTRACT_UNREADABLE");
        assertThat(codes(check(REVIEW_CALL, "calledElement=\"other-review\""))).contains("CONTRACT_REVIEW");
        assertThat(codes(check("id=\"undertakingDone\"", "id=\"Event_0x1ab2c\"")))
                .contains("CONTRACT_ID");
        assertThat(codes(check("id=\"launched\"", "id=\"flow_launched\""))).contains("CONTRACT_ID");
        assertThat(codes(check(property("commitment", "X1"), ""))).contains("CONTRACT_COMMITMENT");
    }

    @Test
    void findsThatNothingIsAsked_whenThereIsNoStageOrNoTask() {
        String empty = """
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL">
                  <bpmn:process id="sample-commitment" isExecutable="true">
                    <bpmn:userTask id="outside" name="Outside"/>
                  </bpmn:process>
                </bpmn:definitions>""";
        String stage = empty.replace("<bpmn:userTask id=\"outside\" name=\"Outside\"/>", """
                <bpmn:subProcess id="stage"><bpmn:callActivity id="review" calledElement="milestone-review"/></bpmn:subProcess>""");

        assertThat(codes(check(empty))).contains("CONTRACT_NO_STAGE", "CONTRACT_TASK_OUTSIDE");
        assertThat(codes(check(stage))).contains("CONTRACT_NO_TASK");
    }

    @Test
    void resolvesNothingExternal_whenTheFileAsksForIt() {
        String xml = "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/hostname\">]><a>&b;</a>";

        assertThat(codes(check(xml))).containsExactly("CONTRACT_UNREADABLE");
    }

    /** Codes whose tests change more than one place. */
    private static final Set<String> ELSEWHERE = Set.of(
            "CONTRACT_FILE",
            "CONTRACT_PROCESS_FILE",
            "CONTRACT_REVIEW",
            "CONTRACT_ID",
            "CONTRACT_COMMITMENT",
            "CONTRACT_NO_STAGE",
            "CONTRACT_TASK_OUTSIDE",
            "CONTRACT_NO_TASK");

    @Test
    void breaksEveryRuleOnce() {
        assertThat(ContractRules.codes())
                .isSubsetOf(Stream.concat(broken().stream().map(Broken::code), ELSEWHERE.stream())
                        .toList());
    }

    @Test
    void saysWhatIsWrongAndHowToMendItInFourLanguages() throws IOException {
        for (String language : List.of("", "_es", "_pt", "_fr")) {
            Properties words = new Properties();
            words.load(new StringReader(Files.readString(
                    Path.of("src/main/resources/messages/packages" + language + ".properties"),
                    StandardCharsets.UTF_8)));
            assertThat(ContractRules.codes())
                    .allSatisfy(code -> assertThat(words.stringPropertyNames())
                            .contains("finding." + code, "finding." + code + ".remedy"));
        }
    }

    static Stream<PackageFiles> product() {
        return PackageFixture.product().stream();
    }

    @ParameterizedTest
    @MethodSource("product")
    void findsNothing_givenTheProductsOwnPackages(PackageFiles files) {
        assertThat(PackageFixture.check(files)).isEmpty();
    }

    private static List<Finding> check(String from, String to) {
        return PackageFixture.check(PackageFixture.changed(PackageFixture.sample(), BPMN, from, to));
    }

    private static List<Finding> check(String bpmn) {
        return new ContractRules().check(BPMN, bpmn.getBytes(StandardCharsets.UTF_8));
    }

    private static Set<String> codes(List<Finding> findings) {
        return findings.stream().map(Finding::code).collect(Collectors.toSet());
    }
}
