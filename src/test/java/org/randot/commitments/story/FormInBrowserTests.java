package org.randot.commitments.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.randot.commitments.IntegrationTest;
import org.randot.commitments.undertakings.SaveDraft;
import org.randot.commitments.undertakings.TaskView;
import org.randot.commitments.undertakings.Tasks;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A form answers while it is filled: fields appear, rows come and go, and the person stays where the hands are. */
@IntegrationTest
class FormInBrowserTests {
    private static final String STATE = "PER";
    private static final String COMMITMENT = "T1";
    private static final String ACTIVE = "[name='unitStatus'][value='ACTIVE']";

    @Autowired
    private ApplicationContext context;

    @LocalServerPort
    private int port;

    private Season season;
    private Chromium chromium;
    private String task = "";

    @BeforeEach
    void begin() {
        season = Season.begins(context).withMeetingDate().launched(STATE, COMMITMENT);
        chromium = new Chromium(port);
        task = "/tasks/" + season.firstTask(STATE, COMMITMENT).id();
    }

    @AfterEach
    void end() {
        chromium.close();
        season.close();
    }

    private Visitor coordinator(boolean withScript) {
        Visitor coordinator = chromium.visitor("en", withScript).signsIn("coordinator.per");
        coordinator.opens(task);
        return coordinator;
    }

    @Test
    void showsTheFieldAtOnceAndStaysThere_whenAnAnswerAsksForIt() {
        try (Visitor coordinator = coordinator(true)) {
            Page page = coordinator.page();
            choose(page.locator("[name='unitStatus'][value='PLANNED']"));
            page.locator("#f-activeSince")
                    .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
            Locator status = page.locator(ACTIVE);
            status.focus();
            double before = top(page);
            choose(status);
            page.locator("#f-activeSince").waitFor();
            assertThat(page.evaluate("document.activeElement.name")).isEqualTo("unitStatus");
            assertThat(top(page)).isBetween(before - 2, before + 2);
            page.waitForTimeout(100);
            assertThat(coordinator.troubles()).isEmpty();
        }
    }

    @Test
    void showsTheFieldAfterSaving_whenThereIsNoScript() {
        try (Visitor coordinator = coordinator(false)) {
            choose(coordinator.page().locator(ACTIVE));
            coordinator.find("#task-form .actions [value='save']").click();
            coordinator.page().locator("#f-activeSince").waitFor();
        }
    }

    @Test
    void goesOnInTheRow_whenOneIsAddedOrRemoved() {
        for (boolean withScript : new boolean[] {true, false}) {
            try (Visitor coordinator = coordinator(withScript)) {
                Page page = coordinator.page();
                int rows = page.locator("[id^='f-rivers-'][tabindex='-1']").count();
                page.locator("[name='_add'][value='rivers']").click();
                page.waitForURL("**#f-rivers-" + rows);
                if (withScript) {
                    assertThat(page.evaluate("document.activeElement.closest('[tabindex=\"-1\"]').id"))
                            .isEqualTo("f-rivers-" + rows);
                }
                page.locator("[name='_add'][value='rivers']").click();
                page.waitForURL("**#f-rivers-" + (rows + 1));
                page.locator("[name='_remove']").last().click();
                page.waitForURL("**#f-rivers-" + rows);
                assertThat(coordinator.troubles()).isEmpty();
            }
        }
    }

    @Test
    void waitsForTheSave_whenAButtonIsPressedRightAfterTyping() {
        try (Visitor coordinator = coordinator(true)) {
            Page page = coordinator.page();
            // what the server has kept is known to the page only later
            page.evaluate("""
                    () => {
                      const send = XMLHttpRequest.prototype.send;
                      XMLHttpRequest.prototype.send = function (body) {
                        const done = this.onload;
                        this.onload = (event) => setTimeout(() => done.call(this, event), 1500);
                        send.call(this, body);
                      };
                    }""");
            page.waitForResponse("**/autosave", () -> {
                coordinator.answers("staff", "12");
                page.locator("[name='staff']").blur();
            });
            coordinator.answers("women", "5");
            page.locator("[name='_add'][value='rivers']").click();
            page.waitForURL("**#f-rivers-*");
            assertThat(page.locator("[name='women']").inputValue()).isEqualTo("5");
            assertThat(page.getByText("Check and submit").count()).isPositive();
        }
    }

    @Test
    void takesWhatIsOfferedAndLaysBothVersionsSideBySide_whenSomebodySavedMeanwhile() {
        offered("staff", "41");
        offered("callSign", "\"DELTA\"");
        try (Visitor coordinator = coordinator(true)) {
            Page page = coordinator.page();
            assertThat(coordinator.barriers()).isEmpty();
            coordinator.answers("women", "5");
            page.locator("[data-offer='f-staff']").click();
            page.locator("[name='staff'][value='41']").waitFor();
            assertThat(page.locator("[name='women']").inputValue()).isEqualTo("5");
            assertThat(page.evaluate("document.activeElement.name")).isEqualTo("staff");
            coordinator.answers("staff", "40");
            saved("website", "https://example.org/other");
            page.locator("[data-offer='f-callSign']").click();
            page.locator("#theirs-website").waitFor();
            assertThat(coordinator.text("h1")).isEqualTo(page.title().replaceAll(" – .*", ""));
            assertThat(coordinator.barriers()).isEmpty();
        }
    }

    /** As if it had stood in the field before something else was taken. */
    private void offered(String field, String value) {
        var insert = context.getBean(JdbcClient.class)
                .sql("""
                insert into offer_replaced (task_id, field, state, value, replaced_at) values (:task, :field, 'PER', cast(:value as jsonb), now())
                on conflict (task_id, field) do update set value = excluded.value""")
                .param("task", id())
                .param("field", field)
                .param("value", value);
        season.as(
                "coordinator.per",
                () -> context.getBean(TransactionTemplate.class).execute(in -> insert.update()));
    }

    private void saved(String field, String value) {
        season.as("coordinator.per", () -> {
            Tasks tasks = context.getBean(Tasks.class);
            TaskView draft = tasks.get(id(), Locale.ENGLISH);
            return tasks.saveDraft(
                    new SaveDraft(
                            id(),
                            draft.task().version(),
                            draft.values().deepCopy().put(field, value)),
                    Locale.ENGLISH);
        });
    }

    private UUID id() {
        return UUID.fromString(task.substring("/tasks/".length()));
    }

    @Test
    void namesTheFieldAndLeadsToIt_whenTheLastLookFindsErrors() {
        try (Visitor coordinator = coordinator(true)) {
            coordinator.opens(task + "/submit");
            Locator first = coordinator.page().locator("#main [role='alert'] a").first();
            String anchor = first.getAttribute("href").replaceAll(".*#", "#");
            assertThat(first.textContent()).contains(": ");
            first.click();
            coordinator.page().locator(anchor).waitFor();
        }
    }

    @Test
    void worksUnderTheSamePolicy_whenTheInterfaceIsDescribed() {
        try (Visitor coordinator = coordinator(true)) {
            coordinator.opens("/swagger-ui.html");
            coordinator.page().locator(".swagger-ui .opblock-tag").first().waitFor();
            // a style attribute of its own symbols, which the policy leaves out and nobody misses
            assertThat(coordinator.troubles()).allMatch(trouble -> trouble.startsWith("Applying inline style"));
        }
    }

    /** By its label: the circle itself is drawn there. */
    private static void choose(Locator option) {
        option.evaluate("each => each.labels[0].click()");
    }

    private static double top(Page page) {
        return ((Number) page.evaluate("document.activeElement.getBoundingClientRect().top")).doubleValue();
    }
}
