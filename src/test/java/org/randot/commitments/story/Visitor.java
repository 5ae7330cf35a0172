package org.randot.commitments.story;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;

/** A person with a browser of their own, who notes what a page must not do: break its own walls, or ask another host. */
final class Visitor implements AutoCloseable {
    private static final int PATIENCE = 30_000;
    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    private final BrowserContext context;
    private final Page page;
    private final String base;
    private final String language;
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

    /** What is wrong with the page that is open: barriers, overflow on a narrow screen, broken walls. */
    List<String> barriers() {
        List<String> found = new ArrayList<>();
        page.waitForLoadState();
        new AxeBuilder(page)
                .setLegacyMode(true)
                .withTags(RULES)
                .analyze()
                .getViolations()
                .forEach(rule -> rule.getNodes()
                        .forEach(node -> found.add(rule.getId() + " " + node.getTarget() + " " + node.getHtml())));
        page.setViewportSize(360, 800);
        int over = ((Number) page.evaluate(
                        "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .intValue();
        if (over > 0) {
            found.add("wider than 360 px by " + over + " because of " + widest());
        }
        page.setViewportSize(1280, 800);
        found.addAll(troubles());
        return found.stream()
                .map(each -> page.url().substring(base.length()) + " [" + language + "] " + each)
                .toList();
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
