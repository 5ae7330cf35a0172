package org.randot.commitments.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.attoparser.ParseException;
import org.attoparser.config.ParseConfiguration;
import org.attoparser.dom.DOMMarkupParser;
import org.attoparser.dom.Element;
import org.attoparser.dom.INestableNode;
import org.attoparser.dom.INode;
import org.attoparser.dom.Text;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What no template may contain: words of its own, unescaped text, script and style (security.md 6). */
class TemplatesTests {
    private static final Set<String> REPLACES_ITS_TEXT =
            Set.of("th:text", "th:replace", "th:insert", "data-th-text", "data-th-replace");
    private static final Set<String> CONDITIONS = Set.of("th:if", "th:unless", "th:each");
    private static final Set<String> SPOKEN = Set.of("title", "placeholder", "aria-label", "alt", "label");
    private static final Pattern WORD = Pattern.compile("\\p{L}{2,}");
    private static final Pattern INLINED = Pattern.compile("\\[\\[.*?]]", Pattern.DOTALL);

    static Stream<Path> templates() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/resources/templates"))) {
            return files.filter(file -> file.toString().endsWith(".html")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("templates")
    void takesAllVisibleWordsFromTheBundles(Path template) throws IOException, ParseException {
        var found = new ArrayList<String>();
        look(parse(template).getChildren(), found);
        assertThat(found).as(template.toString()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("templates")
    void hasNothingThatRunsOrIsLeftUnescaped(Path template) throws IOException {
        String text = Files.readString(template);
        assertThat(text)
                .as(template.toString())
                .doesNotContain("th:utext")
                .doesNotContain("[(")
                .doesNotContain("__${")
                .doesNotContainPattern("~\\{[^\"]*\\bT\\(") // a fragment's parameter may not: the page fails
                .doesNotContain("hx-on")
                .doesNotContain("\"js:")
                .doesNotContainPattern("<style[ >]")
                .doesNotContainPattern("\\s(th:)?style(=|append)")
                .doesNotContainPattern("\\son[a-z]+=")
                .doesNotContainPattern("<script(?![^>]*src=)[^>]*>");
    }

    /** Thymeleaf replaces before it looks at conditions, so that a condition beside it is never asked. */
    @ParameterizedTest
    @MethodSource("templates")
    void asksNoConditionBesideAReplacement(Path template) throws IOException, ParseException {
        var found = new ArrayList<String>();
        lookForConditions(parse(template).getChildren(), found);
        assertThat(found).as(template.toString()).isEmpty();
    }

    private static void lookForConditions(List<INode> nodes, List<String> found) {
        for (INode node : nodes) {
            if (node instanceof Element element) {
                if (element.hasAttribute("th:replace") && CONDITIONS.stream().anyMatch(element::hasAttribute)) {
                    found.add(element.getElementName() + " " + element.getAttributeValue("th:replace"));
                }
                lookForConditions(element.getChildren(), found);
            }
        }
    }

    private static INestableNode parse(Path template) throws IOException, ParseException {
        try (Reader reader = Files.newBufferedReader(template)) {
            return new DOMMarkupParser(ParseConfiguration.htmlConfiguration()).parse(reader);
        }
    }

    private static void look(List<INode> nodes, List<String> found) {
        for (INode node : nodes) {
            if (node instanceof Text text) {
                String words = INLINED.matcher(text.getContent()).replaceAll("");
                if (WORD.matcher(words).find()) {
                    found.add(words.strip());
                }
            } else if (node instanceof Element element) {
                lookAtAttributes(element, found);
                if (element.getAttributeMap().keySet().stream().noneMatch(REPLACES_ITS_TEXT::contains)
                        || element.hasAttribute("th:replace")
                                && element.getElementName().equals("html")) {
                    look(element.getChildren(), found);
                }
            }
        }
    }

    private static void lookAtAttributes(Element element, List<String> found) {
        element.getAttributeMap().forEach((name, value) -> {
            if (SPOKEN.contains(name) && WORD.matcher(value).find()) {
                found.add(element.getElementName() + " " + name + "=" + value);
            }
        });
    }
}
