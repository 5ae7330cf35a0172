package org.randot.commitments.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.randot.commitments.IntegrationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/**
 * Every page as the people of each role see it: axe finds no barrier (WCAG 2.2 AA), a narrow screen shows it whole, it keeps to its own
 * content security policy and asks no other host.
 */
@IntegrationTest
class AccessibilityTests {
    private static final String UNDERTAKING = "/undertakings/RANDOT-V:ECU:C1";

    @Autowired
    private ApplicationContext context;

    @LocalServerPort
    private int port;

    private final List<String> barriers = new ArrayList<>();
    private Season season;
    private Chromium chromium;

    @BeforeEach
    void begin() {
        season = Season.begins(context).withMeetingDate().launched("ECU", "C1");
        chromium = new Chromium(port);
    }

    @AfterEach
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
            looksAt(chair, 200, "/", "/reviews", "/status", "/undertakings/RANDOT-V:CHL:C1", "/escalations");
            opensTheReview(chair);
        }
        try (Visitor reviewer = chromium.visitor("en").signsIn("reviewer.usa")) {
            looksAt(reviewer, 200, "/", "/reviews?status=ALL", "/status", "/states/CHL");
            opensTheReview(reviewer);
        }
        assertThat(barriers).isEmpty();
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
            looksAt(administrator, 200, "/admin/people/new", "/admin/mail", "/audit", "/status");
            looksAt(administrator, 200, "/admin/rates", "/admin/rates/new");
            administrator.presses("Save").sees("Give how many units");
            barriers.addAll(administrator.barriers());
            looksAt(administrator, 200, "/admin/treaties", "/admin/treaties/ECU", "/admin/treaties/ECU/UNTOC");
            administrator.ticks("status", "PARTY").presses("Save").sees("Give the day of ratification");
            barriers.addAll(administrator.barriers());
            looksAt(administrator, 200, "/admin/participation", "/admin/participation/NIC");
            administrator.ticks("participation", "ACTIVE").presses("Show what happens");
            barriers.addAll(administrator.barriers());
            looksAt(administrator, 200, "/admin/calendar");
            administrator
                    .writes("Reason", "A look at the preview")
                    .presses("Show what moves")
                    .sees("Set this date");
            barriers.addAll(administrator.barriers());
            looksAt(auditor, 200, "/", "/audit");
        }
        assertThat(barriers).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"es", "pt", "fr"})
    void hasNoBarriers_inEveryLanguage(String language) {
        String task = "/tasks/" + season.firstTask("ECU", "C1").id();
        try (Visitor coordinator = chromium.visitor(language).signsIn("coordinator.ecu")) {
            looksAt(coordinator, 200, "/", task);
            assertThat(coordinator.find("html").getAttribute("lang")).isEqualTo(language);
        }
        assertThat(barriers).isEmpty();
    }

    private void looksAt(Visitor who, int status, String... paths) {
        for (String path : paths) {
            assertThat(who.opens(path)).as(path).isEqualTo(status);
            barriers.addAll(who.barriers());
        }
    }
}
