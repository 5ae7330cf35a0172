package org.randot.commitments.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.attoparser.ParseException;
import org.attoparser.config.ParseConfiguration;
import org.attoparser.simple.AbstractSimpleMarkupHandler;
import org.attoparser.simple.SimpleMarkupParser;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import org.thymeleaf.templateresolver.StringTemplateResolver;
import org.unbescape.html.HtmlEscape;

/** Renders the fragments as a page would and knows what a browser would post of it. */
final class Browser extends AbstractSimpleMarkupHandler {
    private static final SpringTemplateEngine ENGINE = engine();

    final String html;
    final MultiValueMap<String, String> posted = new LinkedMultiValueMap<>();
    final List<String> ids = new ArrayList<>();
    final List<String> controls = new ArrayList<>();
    final List<String> labelled = new ArrayList<>();
    final List<String> references = new ArrayList<>();
    final List<String> styled = new ArrayList<>();
    private @Nullable String area;
    private @Nullable String select;
    private StringBuilder text = new StringBuilder();

    private Browser(String html) {
        this.html = html;
        try {
            new SimpleMarkupParser(ParseConfiguration.htmlConfiguration()).parse(html, this);
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    static Browser form(FormView view, String language) {
        return new Browser(render(
                "<form><th:block th:replace=\"~{fragments/form :: form(${view})}\"></th:block></form>",
                view,
                language));
    }

    static Browser answers(FormView view, boolean markable, String language) {
        return new Browser(render(
                "<div><th:block th:replace=\"~{fragments/form :: answers(${view}, " + markable
                        + ")}\"></th:block></div>",
                view,
                language));
    }

    private static String render(String page, FormView view, String language) {
        var context = new Context(Locale.forLanguageTag(language));
        context.setVariable("view", view);
        return ENGINE.process(page, context);
    }

    private static SpringTemplateEngine engine() {
        var files = new ClassLoaderTemplateResolver();
        files.setPrefix("templates/");
        files.setSuffix(".html");
        files.setResolvablePatterns(java.util.Set.of("fragments/*"));
        files.setOrder(1);
        var strings = new StringTemplateResolver();
        strings.setOrder(2);
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/forms");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        messages.setAlwaysUseMessageFormat(true);
        var engine = new SpringTemplateEngine();
        engine.addTemplateResolver(files);
        engine.addTemplateResolver(strings);
        engine.setTemplateEngineMessageSource(messages);
        return engine;
    }

    @Override
    public void handleStandaloneElement(
            String name, Map<String, String> attributes, boolean minimized, int line, int col) {
        open(name, attributes);
    }

    @Override
    public void handleOpenElement(String name, Map<String, String> attributes, int line, int col) {
        open(name, attributes);
    }

    private void open(String name, @Nullable Map<String, String> given) {
        Map<String, String> attributes = given == null ? Map.of() : given;
        if (attributes.containsKey("id")) {
            ids.add(value(attributes, "id"));
        }
        if (attributes.containsKey("style")
                || attributes.keySet().stream().anyMatch(each -> each.startsWith("on"))
                || name.equals("script")) {
            styled.add(name + attributes);
        }
        for (String each : List.of("aria-describedby", "for", "list")) {
            if (attributes.containsKey(each)) {
                references.addAll(List.of(value(attributes, each).split(" ")));
            }
        }
        String href = value(attributes, "href");
        if (href.startsWith("#")) {
            references.add(href.substring(1));
        }
        switch (name) {
            case "label" -> labelled.add(value(attributes, "for"));
            case "input" -> input(attributes);
            case "select" -> {
                controls.add(value(attributes, "id"));
                select = value(attributes, "name");
            }
            case "option" -> {
                if (select != null && attributes.containsKey("selected")) {
                    posted.add(select, value(attributes, "value"));
                }
            }
            case "textarea" -> {
                controls.add(value(attributes, "id"));
                area = value(attributes, "name");
                text = new StringBuilder();
            }
            default -> {}
        }
    }

    private void input(Map<String, String> attributes) {
        String type = value(attributes, "type");
        if (!type.equals("hidden")) {
            controls.add(value(attributes, "id"));
        }
        if (!type.equals("radio") && !type.equals("checkbox") || attributes.containsKey("checked")) {
            posted.add(value(attributes, "name"), value(attributes, "value"));
        }
    }

    private static String value(Map<String, String> attributes, String name) {
        return HtmlEscape.unescapeHtml(attributes.getOrDefault(name, ""));
    }

    @Override
    public void handleText(char[] buffer, int offset, int len, int line, int col) {
        text.append(buffer, offset, len);
    }

    @Override
    public void handleCloseElement(String name, int line, int col) {
        if (name.equals("textarea") && area != null) {
            posted.add(area, HtmlEscape.unescapeHtml(text.toString()).replace("\n", "\r\n"));
            area = null;
        } else if (name.equals("select")) {
            select = null;
        }
    }
}
