package org.randot.commitments.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.randot.commitments.IntegrationTest;
import org.randot.commitments.exchange.Workbooks;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/**
 * Every page as the people of each role see it: axe finds no barrier (WCAG 2.2 AA), a narrow screen shows it whole, it keeps to its own
 * content security policy and asks no other host.
 */
@IntegrationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessibilityTests {
    private static final String UNDERTAKING = "/undertakings/RANDOT-V:ECU:C1";

    @Autowired
    private ApplicationContext context;

    @LocalServerPort
    private int port;

    private final List<String> barriers = new ArrayList<>();
    private Season season;
    private Chromium chromium;

    @BeforeAll
    void begin() {
        season = Season.begins(context).withMeetingDate();
        chromium = new Chromium(port);
    }

    @BeforeEach
    void forget() {
        barriers.clear();
        season.launched("ECU", "C1");
    }

    @AfterAll
    void end() {
        chromium.close();
        season.close();
    }

    @Test
    void hasNoBarriersWhereNobodyIsSignedIn() {
        try (Visitor anybody = chromium.visitor("en")) {
            looksAt(anybody, 200, "/sign-in?lang=en");
            anybody.writes("Username", "nobody").writes("Password", "wrong").presses("Sign in");
            barriers.addAll(anybody.barriers());
        }
        assertThat(barriers).isEmpty();
    }

    @Test
    void hasNoBarriersWhereACoordinatorWorks() {
        season.launched("ECU", "T1");
        String task = "/tasks/" + season.firstTask("ECU", "T1").id();
        try (Visitor coordinator = chromium.visitor("en").signsIn("coordinator.ecu")) {
            looksAt(coordinator, 200, "/", "/tasks", "/tasks?view=returned", task);
            coordinator.answers("staff", "10").answers("women", "20");
            coordinator.find("button[name='_add']").first().click();
            coordinator.page().waitForURL("**#f-*");
            assertThat(coordinator.find("[name='women']").inputValue()).isEqualTo("20");
            barriers.addAll(coordinator.barriers());
            coordinator.presses("Check and submit");
            coordinator.page().waitForURL("**/submit");
            barriers.addAll(coordinator.barriers());
            coordinator.follows("Back to the draft");
            barriers.addAll(coordinator.barriers());
            looksAt(coordinator, 200, UNDERTAKING, "/states/ECU", "/status", "/commitments", "/commitments/C1");
            looksAt(coordinator, 200, "/commitments/print?commitment=C1", "/indicators", "/indicators/C1-I2");
            looksAt(coordinator, 200, "/notices", "/profile", "/profile/reminders", "/mail");
            looksAt(coordinator, 200, "/agencies", "/laws", "/laws/new", "/agencies/new");
            coordinator.answers("name_es", "Policía").presses("Save");
            barriers.addAll(coordinator.barriers());
            coordinator.page().selectOption("#kind", "POLICE");
            coordinator.presses("Save");
            barriers.addAll(coordinator.barriers());
            looksAt(coordinator, 404, "/no-such-page");
        }
        assertThat(barriers).isEmpty();
    }

    @Test
    void hasNoBarriersWhereReviewersDecide() {
        season.launched("CHL", "C1").submitted("CHL");
        try (Visitor secretariat = chromium.visitor("en").signsIn("secretariat");
                Visitor own = chromium.visitor("en").signsIn("reviewer.chl");
                Visitor chair = chromium.visitor("en").signsIn("chair")) {
            looksAt(secretariat, 200, "/", "/reviews", "/reminders/effect");
            opensTheReview(secretariat);
            secretariat
                    .ticks("decision", "INCOMPLETE")
                    .ticks("confirmed", "true")
                    .presses("Record the decision");
            barriers.addAll(secretariat.barriers());
            secretariat.ticks("decision", "COMPLETE").ticks("confirmed", "true").presses("Record the decision");
            barriers.addAll(secretariat.barriers());
            season.backgroundWork();
            looksAt(own, 200, "/", "/reviews");
            opensTheReview(own);
            looksAt(chair, 200, "/", "/reviews", "/undertakings/RANDOT-V:CHL:C1", "/escalations");
            opensTheReview(chair);
        }
        try (Visitor reviewer = chromium.visitor("en").signsIn("reviewer.usa")) {
            looksAt(reviewer, 200, "/", "/reviews?status=ALL", "/status", "/states/CHL");
            opensTheReview(reviewer);
            reviewer.ticks("decision", "APPROVE").ticks("confirmed", "true").presses("Record the decision");
            barriers.addAll(reviewer.barriers());
        }
        assertThat(barriers).isEmpty();
    }

    /** More time, suspension, reopening; the forms are folded until somebody wants them. */
    @Test
    void hasNoBarriersWhereTheCourseIsChanged() {
        String key = "RANDOT-V:PER:C1";
        season.launched("PER", "C1").submitted("PER").approved("PER", "C1");
        String task = "/tasks/" + season.firstTask("PER", "C1").id();
        try (Visitor coordinator = chromium.visitor("en").signsIn("coordinator.per");
                Visitor chair = chromium.visitor("en").signsIn("chair")) {
            coordinator.opens(task);
            coordinator.unfold();
            coordinator.find("#extension-until").fill("2030-01-01");
            coordinator.find("#extension-reason").fill("The ministry was reorganized.");
            coordinator.presses("Send the request").sees("cut-off date");
            barriers.addAll(coordinator.barriers());
            coordinator.find("#extension-until").fill("2026-03-02");
            coordinator.presses("Send the request").sees("is with the reviewer");
            barriers.addAll(coordinator.barriers());
            looksAt(chair, 200, "/undertakings/" + key);
            chair.find("#reopen-reason").fill("A figure was wrong.");
            chair.find("label[for='reopen-confirmed']").click();
            chair.presses("Have an approved stage corrected").sees("is open for correction");
            barriers.addAll(chair.barriers());
            chair.find("#suspend-reason").fill("A hurricane.");
            chair.find("label[for='suspend-confirmed']").click();
            chair.presses("Suspend the undertaking").sees("is suspended");
            barriers.addAll(chair.barriers());
            looksAt(coordinator, 200, task, "/undertakings/" + key);
        }
        assertThat(barriers).isEmpty();
    }

    /** A part in other hands, with an account and by a link without one. */
    @Test
    void hasNoBarriersWhereAgenciesContribute() {
        season.launched("LCA", "T1");
        String task = "/tasks/" + season.firstTask("LCA", "T1").id();
        try (Visitor coordinator = chromium.visitor("en").signsIn("coordinator.lca");
                Visitor contributor = chromium.visitor("en").signsIn("contributor.lca");
                Visitor anybody = chromium.visitor("en")) {
            coordinator.opens(task);
            coordinator.unfold();
            coordinator.find("label[for='part-0']").click();
            coordinator.presses("Delegate").sees("Delegated.");
            barriers.addAll(coordinator.barriers());
            looksAt(contributor, 200, "/", task);
            contributor.presses("Give back as ready").sees("back with the coordinator");
            barriers.addAll(contributor.barriers());
            coordinator.opens(task);
            coordinator.find("a[href*='/parts/']").first().click();
            coordinator.sees("Decide on this part");
            barriers.addAll(coordinator.barriers());
            coordinator.opens(task);
            coordinator.unfold();
            coordinator.find("#link-to").fill("Statistics office");
            coordinator.find("#link-section").selectOption(new SelectOption().setIndex(1));
            coordinator.presses("Make the link").sees("Copy this link now");
            barriers.addAll(coordinator.barriers());
            String link = coordinator.find("#made-link").inputValue();
            looksAt(anybody, 200, link.substring(link.indexOf("/contribute")));
            anybody.presses("Send to the coordinator");
            barriers.addAll(anybody.barriers());
        }
        assertThat(barriers).isEmpty();
    }

    /** A workbook that cannot be read, and one that can. */
    @Test
    void hasNoBarriersWhereAWorkbookComesBack() throws IOException {
        season.launched("DMA", "T1");
        UUID task = season.firstTask("DMA", "T1").id();
        byte[] workbook = season.as(
                "coordinator.dma",
                () -> context.getBean(Workbooks.class)
                        .download(task, Locale.ENGLISH)
                        .content());
        try (Visitor coordinator = chromium.visitor("en").signsIn("coordinator.dma")) {
            for (String staff : List.of("many", "12")) {
                coordinator.opens("/tasks/" + task);
                coordinator.unfold();
                coordinator
                        .find("#workbook-file")
                        .setInputFiles(new FilePayload("workbook.xlsx", "", withStaff(workbook, staff)));
                coordinator.presses("Upload workbook");
                coordinator.sees(staff.equals("12") ? "was read into the draft" : "Cells that cannot be read");
                barriers.addAll(coordinator.barriers());
            }
        }
        assertThat(barriers).isEmpty();
    }

    private static byte[] withStaff(byte[] workbook, String staff) throws IOException {
        try (var opened = new XSSFWorkbook(new ByteArrayInputStream(workbook));
                var written = new ByteArrayOutputStream()) {
            for (Row row : opened.getSheetAt(1)) {
                if (row.getCell(0) != null && "staff".equals(row.getCell(0).toString())) {
                    row.getCell(2).setCellValue(staff);
                }
            }
            opened.write(written);
            return written.toByteArray();
        }
    }

    private void opensTheReview(Visitor who) {
        who.opens("/reviews?state=CHL&commitment=C1");
        who.follows("Chile: C1.S1");
        who.page().waitForURL("**/reviews/*-*");
        barriers.addAll(who.barriers());
    }

    @Test
    void hasNoBarriersWherePeopleAdministerAndAudit() {
        try (Visitor administrator = chromium.visitor("en").signsIn("administrator");
                Visitor auditor = chromium.visitor("en").signsIn("auditor")) {
            looksAt(administrator, 200, "/", "/admin/calendar", "/admin/launch", "/admin/people");
            administrator.follows("Auditor of the record");
            barriers.addAll(administrator.barriers());
            looksAt(administrator, 200, "/admin/people/new", "/admin/mail", "/audit");
            looksAt(administrator, 200, "/admin/rates", "/admin/rates/new");
            administrator.presses("Save").sees("Give how many units");
            barriers.addAll(administrator.barriers());
            looksAt(administrator, 200, "/admin/treaties", "/admin/treaties/ECU", "/admin/treaties/ECU/UNTOC");
            administrator.ticks("status", "PARTY").presses("Save").sees("Give the day of ratification");
            barriers.addAll(administrator.barriers());
            looksAt(administrator, 200, "/admin/participation", "/admin/participation/NIC");
            administrator.ticks("participation", "OBSERVER");
            administrator.find("#effectiveOn").fill("2997-01-01");
            for (String field : List.of("en", "es", "pt", "fr", "source")) {
                administrator.answers(field, "A note.");
            }
            administrator.presses("Show what happens").sees("What happens on");
            barriers.addAll(administrator.barriers());
            administrator.presses("Make this change").sees("The change is noted");
            barriers.addAll(administrator.barriers());
            looksAt(administrator, 200, "/admin/calendar");
            administrator
                    .writes("Reason", "A look at the preview")
                    .presses("Show what moves")
                    .sees("Set this date");
            barriers.addAll(administrator.barriers());
            administrator.opens("/admin/calendar");
            administrator.find("#cutOff").fill("2025-08-01");
            administrator.find("#cutOffReason").fill("A look at the preview");
            administrator.find("form[action$='cut-off'] button").last().click();
            administrator.sees("drops out of the cycle");
            barriers.addAll(administrator.barriers());
            looksAt(auditor, 200, "/", "/audit");
        }
        assertThat(barriers).isEmpty();
    }

    /** Markup is the same in every language, and so are its barriers; words are longer or shorter. */
    @Test
    void isNoWiderThanItsScreen_whenReadInAnyLanguage() {
        String task = "/tasks/" + season.firstTask("ECU", "C1").id();
        try (Visitor coordinator = chromium.visitor("en").signsIn("coordinator.ecu");
                Visitor secretariat = chromium.visitor("en").signsIn("secretariat");
                Visitor administrator = chromium.visitor("en").signsIn("administrator")) {
            for (String language : List.of("es", "pt", "fr")) {
                readsIn(language, coordinator, task, UNDERTAKING, "/commitments/C1", "/agencies/new");
                readsIn(language, secretariat, "/status");
                readsIn(language, administrator, "/admin/calendar", "/admin/participation/NIC");
            }
        }
        assertThat(barriers).isEmpty();
    }

    private void readsIn(String language, Visitor who, String... paths) {
        who.opens("/?lang=" + language);
        assertThat(who.find("html").getAttribute("lang")).isEqualTo(language);
        barriers.addAll(who.overflows());
        for (String path : paths) {
            assertThat(who.opens(path)).as(path).isEqualTo(200);
            barriers.addAll(who.overflows());
        }
    }

    private void looksAt(Visitor who, int status, String... paths) {
        for (String path : paths) {
            assertThat(who.opens(path)).as(path).isEqualTo(status);
            barriers.addAll(who.barriers());
        }
    }
}
