package org.randot.commitments.story;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** A person with a browser of their own, who notes what a page must not do: break its own walls, or ask another host. */
final class Visitor implements AutoCloseable {
    private static final int PATIENCE = 30_000;
    private static final int NARROW = 360;
    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    private static final List<String> FRAME = List.of("body > header", "body > footer");
    private static final String AXE = script();

    private final BrowserContext context;
    private final Page page;
    private final String base;
    private final String language;
    private boolean framed;
    private final List<String> troubles = new ArrayList<>();

    Visitor(BrowserContext context, String base, String language) {
        this.context = context;
        this.base = base;
        this.language = language;
        page = context.newPage();
        page.setDefaultTimeout(PATIENCE);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().startsWith("Failed to load resource: the server")) {
                troubles.add(message.text());
            }
        });
        page.onPageError(troubles::add);
        page.onRequest(request -> {
            if (!request.url().startsWith(base) && !request.url().startsWith("data:")) {
                troubles.add("asked " + request.url());
            }
        });
        page.onDialog(dialog -> dialog.accept());
    }

    private static String script() {
        try (InputStream in = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    Page page() {
        return page;
    }

    Visitor signsIn(String username) {
        page.navigate(base + "/sign-in?lang=" + language);
        page.locator("#username").fill(username);
        page.locator("#password").fill("demo");
        page.locator("#password").press("Enter");
        page.waitForURL(base + "/");
        page.navigate(base + "/?lang=" + language);
        return this;
    }

    int opens(String path) {
        Response answer = page.navigate(base + path);
        return answer == null ? 0 : answer.status();
    }

    Visitor follows(String link) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link))
                .first()
                .click();
        return this;
    }

    Visitor presses(String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .first()
                .click();
        return this;
    }

    Visitor writes(String label, String text) {
        page.getByLabel(label).first().fill(text);
        return this;
    }

    /** Fills one part of an answer that has several, by its name. */
    Visitor answers(String name, String text) {
        page.locator("[name='" + name + "']").first().fill(text);
        return this;
    }

    Visitor chooses(String name, String value) {
        page.locator("select[name='" + name + "']").selectOption(value);
        return this;
    }

    /** Clicks the label of a box or button to tick, as a person does. */
    Visitor ticks(String name, String value) {
        String id = page.locator("input[name='" + name + "'][value='" + value + "']")
                .getAttribute("id");
        page.locator("label[for='" + id + "']").click();
        return this;
    }

    String value(String name) {
        return page.locator("[name='" + name + "']").first().inputValue();
    }

    /** Waits until the page shows this text. */
    Visitor sees(String text) {
        page.getByText(text).first().waitFor();
        return this;
    }

    String text(String selector) {
        return page.locator(selector).first().innerText();
    }

    Locator find(String selector) {
        return page.locator(selector);
    }

    /** The first of these that contains the text. */
    Locator find(String selector, String text) {
        return page.locator(selector)
                .filter(new Locator.FilterOptions().setHasText(text))
                .first();
    }

    /** What is wrong with the page that is open, with all that it unfolds: barriers, overflow on a narrow screen, broken walls. */
    List<String> barriers() {
        unfold();
        List<String> found = new ArrayList<>(axe());
        page.setViewportSize(NARROW, 800);
        found.addAll(overflow());
        page.setViewportSize(1280, 800);
        return here(found);
    }

    /** What is wrong on a narrow screen only; the screen stays narrow. Quicker, for the same page in another language. */
    List<String> overflows() {
        page.setViewportSize(NARROW, 800);
        unfold();
        return here(overflow());
    }

    /** Opens whatever is folded. */
    void unfold() {
        page.waitForLoadState();
        page.evaluate("() => document.querySelectorAll('main details').forEach((each) => each.open = true)");
    }

    private List<String> here(List<String> found) {
        return Stream.concat(found.stream(), troubles().stream())
                .map(each -> page.url().substring(base.length()) + " [" + language + "] " + each)
                .toList();
    }

    /**
     * Nothing is asked for but violations, and no stylesheet is fetched again. What frames each page is looked at on the first page that
     * the person sees.
     */
    private List<String> axe() {
        page.evaluate(AXE);
        List<String> known = framed ? FRAME : List.of();
        framed = true;
        List<?> found = (List<?>) page.evaluate("""
                ([tags, known]) => axe.run({exclude: known.map((each) => [each])}, {runOnly: {type: 'tag', values: tags}, resultTypes: ['violations'], preload: false})
                  .then((all) => all.violations.flatMap((rule) =>
                    rule.nodes.map((node) => [rule.id, node.target, node.html].join(' '))))
                """, List.of(RULES, known));
        return found.stream().map(String::valueOf).toList();
    }

    private List<String> overflow() {
        int over = ((Number) page.evaluate(
                        "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .intValue();
        return over > 0 ? List.of("wider than " + NARROW + " px by " + over + " because of " + widest()) : List.of();
    }

    private Object widest() {
        return page.evaluate("""
                () => [...document.querySelectorAll('body *')]
                  .filter((e) => e.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
                  .slice(0, 5).map((e) => e.outerHTML.slice(0, 100) + ' to ' + e.getBoundingClientRect().right)
                """);
    }

    /** What the pages did against the rules since the last question. */
    List<String> troubles() {
        List<String> since = List.copyOf(troubles);
        troubles.clear();
        return since;
    }

    @Override
    public void close() {
        context.close();
    }
}
