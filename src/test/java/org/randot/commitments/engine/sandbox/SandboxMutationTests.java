package org.randot.commitments.engine.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.randot.commitments.Mutations;
import org.randot.commitments.engine.Contract;
import org.randot.commitments.engine.Finding;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Good models spoiled at random (security.md 4): refused with a code, or harmless; never an exception, never slow, and nothing of them runs. */
class SandboxMutationTests {
    private static final String CLASS = Canary.class.getName();
    private static final List<String> HOSTILE = List.of(
            "${" + Canary.PAYLOAD + "}",
            "#{" + Canary.PAYLOAD + "}",
            "${bell.getClass()}",
            "${bell}",
            "${due.on('M-P90D').getClass()}",
            "${execution.setVariable('a', 1)}",
            "${openReminders}",
            "${accepted and bell.years() == 3}",
            CLASS,
            "java.lang.Runtime",
            "shell",
            "R9999999/PT0.001S",
            "999999999",
            "\u0000\uFFFF",
            "x".repeat(5_000),
            "((((".repeat(200),
            "\" camunda:class=\"" + CLASS,
            "\" camunda:type=\"shell",
            "\" camunda:delegateExpression=\"${" + Canary.PAYLOAD + "}",
            "\" camunda:expression=\"${" + Canary.PAYLOAD + "}",
            "\" camunda:formHandlerClass=\"" + CLASS,
            "\" camunda:asyncBefore=\"true",
            "\" xsi:schemaLocation=\"http://localhost:9/evil evil.xsd",
            "\" id=\"twice",
            "<bpmn:scriptTask id=\"s\" scriptFormat=\"groovy\"><bpmn:script>new File('target/canary').text='x'</bpmn:script></bpmn:scriptTask>",
            "<bpmn:serviceTask id=\"s\" camunda:class=\"" + CLASS + "\" />",
            "<bpmn:serviceTask id=\"s\" camunda:delegateExpression=\"${openReminders}\" />",
            "<bpmn:extensionElements><camunda:executionListener class=\"" + CLASS
                    + "\" event=\"start\" /></bpmn:extensionElements>",
            "<camunda:inputOutput><camunda:inputParameter name=\"a\"><camunda:script scriptFormat=\"juel\">${1}</camunda:script></camunda:inputParameter></camunda:inputOutput>",
            "<camunda:connector><camunda:connectorId>http-connector</camunda:connectorId></camunda:connector>",
            "<bpmn:multiInstanceLoopCharacteristics><bpmn:loopCardinality>100000</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics>",
            "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]>",
            "&b;",
            "<![CDATA[",
            "-->",
            "<bpmn:import importType=\"http://www.w3.org/2001/XMLSchema\" location=\"http://localhost:9/x\" namespace=\"a\" />",
            "count(for i in 1..2000000 return i)",
            "function() external {java: {class: \"" + CLASS + "\", method signature: \"sang()\"}}");
    private static final Set<String> FORBIDDEN_ELEMENTS =
            Set.of("script", "scriptTask", "connector", "import", "executionListener", "taskListener", "field");
    private static final Set<String> FORBIDDEN_ATTRIBUTES =
            Set.of("class", "type", "formHandlerClass", "variableMappingClass", "variableMappingDelegateExpression");
    private static final Set<String> ENGINES = Set.of("http://camunda.org/schema/1.0/bpmn", "http://activiti.org/bpmn");
    private static final Pattern BUSINESS_KEY = Pattern.compile("[$#]\\{execution\\.processBusinessKey}");
    private static final Pattern WORD =
            Pattern.compile("(?<![\\w.'\"])([A-Za-z_]\\w*)(?=\\s*[.(\\[]|\\s*$|\\s*[=!<>)}?:&|,])");

    private final SandboxCheck check = new SandboxCheck(SandboxCheckTests.NAMES);

    @BeforeEach
    void hush() {
        Canary.hush();
    }

    @Test
    @Timeout(600)
    void refusesOrIsHarmless_givenSpoiledProcesses() {
        passes("model.bpmn", 1_000, Mutations.files(".bpmn"), 11);
    }

    @Test
    @Timeout(600)
    void refusesOrIsHarmless_givenSpoiledDecisions() {
        passes("model.dmn", 500, Mutations.files(".dmn"), 12);
    }

    private void passes(String name, int times, List<java.nio.file.Path> files, long seed) {
        AtomicInteger accepted = new AtomicInteger();
        int run = Mutations.run(times, files, new Mutations(seed, HOSTILE), model -> {
            List<Finding> findings = check.check(name, model);
            if (findings.isEmpty()) {
                accepted.incrementAndGet();
                assertHarmless(model);
            } else {
                assertThat(findings).allMatch(finding -> finding.code().matches("SANDBOX_[A-Z_]+"));
            }
        });
        System.out.printf("%,d spoiled %s: %,d accepted, the others refused%n", run, name, accepted.get());
        assertThat(Canary.sang()).isFalse();
        assertThat(accepted.get()).as("some stay good, some do not").isBetween(1, run - 1);
    }

    /** Reads the model by other means than the check does. */
    private static void assertHarmless(byte[] model) {
        elements(model).forEach(element -> {
            assertThat(element.getLocalName()).isNotIn(FORBIDDEN_ELEMENTS);
            for (int i = 0; i < element.getAttributes().getLength(); i++) {
                Attr attribute = (Attr) element.getAttributes().item(i);
                if (XMLConstants.XMLNS_ATTRIBUTE_NS_URI.equals(attribute.getNamespaceURI())) {
                    continue; // a name, evaluated by nobody
                }
                if (ENGINES.contains(String.valueOf(attribute.getNamespaceURI()))) {
                    assertThat(attribute.getLocalName()).isNotIn(FORBIDDEN_ATTRIBUTES);
                }
                if (attribute.getLocalName().equals("expressionLanguage")) {
                    assertThat(attribute.getValue()).containsIgnoringCase("feel");
                }
                assertPublished(element, attribute.getValue());
            }
            if (element.getElementsByTagName("*").getLength() == 0) {
                assertPublished(element, element.getTextContent());
            }
        });
    }

    /** In processes; decisions know no such expressions. */
    private static void assertPublished(Element element, String text) {
        boolean process = !element.getNamespaceURI().contains("DMN");
        boolean expression = text.contains("${") || text.contains("#{");
        if (process && expression && !BUSINESS_KEY.matcher(text).matches()) {
            assertThat(text).doesNotContain("getClass", "forName", "java.");
            Matcher word = WORD.matcher(text.replaceAll("'[^']*'|\"[^\"]*\"", "''"));
            while (word.find()) {
                assertThat(word.group(1)).as(text).matches(SandboxMutationTests::isPublished);
            }
        }
    }

    private static boolean isPublished(String word) {
        return SandboxCheckTests.NAMES.words().contains(word)
                || SandboxCheckTests.NAMES.steps().contains(word)
                || Contract.VARIABLES.contains(word)
                || Set.of("and", "or", "not", "true", "false", "null", "empty", "eq", "ne", "lt", "gt", "le", "ge")
                        .contains(word);
    }

    private static Stream<Element> elements(byte[] model) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            Document document = factory.newDocumentBuilder().parse(new ByteArrayInputStream(model));
            NodeList all = document.getElementsByTagName("*");
            return java.util.stream.IntStream.range(0, all.getLength()).mapToObj(i -> (Element) all.item(i));
        } catch (java.io.IOException
                | javax.xml.parsers.ParserConfigurationException
                | org.xml.sax.SAXException broken) {
            throw new AssertionError("Accepted, but no XML without DOCTYPE", broken);
        }
    }
}
