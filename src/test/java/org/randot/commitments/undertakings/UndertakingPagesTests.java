package org.randot.commitments.undertakings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.randot.commitments.Browser;
import org.randot.commitments.IntegrationTest;
import org.randot.commitments.identity.Actor;
import org.randot.commitments.identity.CurrentActor;
import org.randot.commitments.identity.People;
import org.randot.commitments.identity.Role;
import org.randot.commitments.identity.Sessions;
import org.randot.commitments.reference.Cycles;
import org.randot.commitments.shared.DataScope;
import org.randot.commitments.shared.Ids;
import org.randot.commitments.shared.Language;
import org.randot.commitments.shared.MovableClock;
import org.randot.commitments.shared.Paging;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ByteArrayResource;

/** Pages and REST of this module, as a browser without script and a program see them. */
@IntegrationTest
class UndertakingPagesTests {
    private static final String STATE = "VCT";
    private static final ObjectMapper JSON = new ObjectMapper();

    @LocalServerPort
    private int port;

    @Autowired
    private Launches launches;

    @Autowired
    private Tasks tasks;

    @Autowired
    private Cycles cycles;

    @Autowired
    private CurrentActor currentActor;

    @Autowired
    private EvidenceFiles files;

    @Autowired
    private People people;

    @Autowired
    private Sessions sessions;

    @Autowired
    private MovableClock clock;

    @Autowired
    private ProcessEngine engine;

    private Duration offset = Duration.ZERO;
    private UUID task = new UUID(0, 0);
    private String key = "";

    @BeforeEach
    void launch() {
        offset = clock.offset();
        clock.moveTo(Instant.parse("2025-03-03T15:00:00Z"));
        String cycle = cycles.current().code();
        Actor administrator = person(Role.ADMINISTRATOR, null);
        currentActor.runAs(administrator, () -> {
            if (cycles.current().meetingDate() == null) {
                cycles.moveMeetingDate(cycle, LocalDate.of(2026, 10, 15), "test", "test", true);
            }
            launches.launch(cycle, List.of(STATE), List.of("T1"));
        });
        launches.finish();
        key = cycle + ":" + STATE + ":T1";
        TaskQuery open = new TaskQuery(null, "T1", null, Set.of(), false, false, "");
        task = currentActor
                .callAs(
                        person(Role.NATIONAL_COORDINATOR, STATE),
                        () -> tasks.list(open, Paging.first(), Locale.ENGLISH))
                .items()
                .get(0)
                .id();
    }

    @AfterEach
    void putClockBack() {
        clock.shiftBy(offset);
    }

    @Test
    void showsTheWorkInFourLanguages() {
        Browser browser = signedIn("coordinator.vct");
        Map<String, String> titles =
                Map.of("en", "My work", "es", "Mi trabajo", "pt", "Meu trabalho", "fr", "Mon travail");
        titles.forEach((language, title) -> {
            assertThat(ok(browser, "/tasks?lang=" + language)).contains(title).contains("/tasks/" + task);
            for (String path : List.of("/", "/tasks/" + task, "/tasks/" + task + "/submit", "/undertakings/" + key)) {
                assertThat(ok(browser, path + "?lang=" + language)).doesNotContain("??");
            }
        });
        for (String view : List.of("overdue", "soon", "returned", "waiting", "done")) {
            ok(browser, "/tasks?view=" + view + "&q=nothing");
        }
    }

    @Test
    void savesTheDraftAndShowsBothVersions_whenSomebodyWasFaster() throws IOException {
        int version = version();
        Browser browser = signedIn("coordinator.vct");
        ok(browser, "/tasks/" + task);
        HttpResponse<String> saved = browser.post(
                "/tasks/" + task, Map.of("version", "" + version, "then", "save", "callSign", "ALPHA", "_lang", "en"));
        assertThat(saved.statusCode()).isBetween(302, 303);
        assertThat(ok(browser, "/tasks/" + task)).contains("ALPHA");
        currentActor.runAs(
                person(Role.NATIONAL_COORDINATOR, STATE),
                () -> tasks.saveDraft(
                        new SaveDraft(task, version(), JSON.createObjectNode().put("callSign", "BRAVO")),
                        Locale.ENGLISH));
        HttpResponse<String> late = browser.post(
                "/tasks/" + task,
                Map.of("version", "" + (version + 1), "then", "save", "callSign", "CHARLIE", "_lang", "en"));
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("BRAVO").contains("CHARLIE");
        HttpResponse<String> line = browser.post(
                "/tasks/" + task + "/autosave",
                Map.of("version", "" + version(), "callSign", "DELTA", "_lang", "en"),
                "HX-Request",
                "true");
        assertThat(line.statusCode()).isEqualTo(200);
        assertThat(line.body()).contains("draft-state").doesNotContain("<html");
    }

    @Test
    void keepsWhatIsTyped_whenTheSessionEndsWhileItIsTyped() {
        Browser browser = signedIn("coordinator.vct");
        String version = field(ok(browser, "/tasks/" + task), "version");
        UUID coordinator = people.byUsername("coordinator.vct").orElseThrow().id();
        sessions.of(coordinator, "").forEach(session -> sessions.end(coordinator, session.id()));
        String path = "/tasks/" + task + "/autosave";
        Map<String, String> typed = Map.of("version", version, "callSign", "ECHO", "_lang", "en");
        String signIn = browser.post(path, typed, "HX-Request", "true")
                .headers()
                .firstValue("HX-Redirect")
                .orElseThrow();
        String key = signIn.replaceAll(".*kept=", "");
        browser.get(signIn);
        browser.post("/sign-in", Map.of("username", "coordinator.vct", "password", "demo", "kept", key));
        assertThat(ok(browser, "/sign-in/kept?key=" + key))
                .contains("action=\"" + path + "\"")
                .contains("value=\"ECHO\"");
        assertThat(browser.post(path, typed).statusCode()).isBetween(302, 303);
        assertThat(ok(browser, "/tasks/" + task)).contains("value=\"ECHO\"");
        HttpResponse<String> late =
                browser.post(path, Map.of("version", version, "callSign", "FOXTROT", "_lang", "en"));
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("FOXTROT").contains("ECHO").contains("/tasks/" + task + "/merge");
    }

    @Test
    void savesOverItsOwnVersionOnly_whenThePersonHasTwoPagesOpen() {
        Browser browser = signedIn("coordinator.vct");
        String one = ok(browser, "/tasks/" + task);
        String other = ok(browser, "/tasks/" + task);
        assertThat(autosave(browser, one, "GOLF")).doesNotContain("usa-error-message");
        assertThat(autosave(browser, other, "HOTEL")).contains("usa-error-message");
        assertThat(autosave(browser, one, "INDIA")).doesNotContain("usa-error-message");
        HttpResponse<String> stale = browser.post("/tasks/" + task, sent(other, "HOTEL"));
        assertThat(stale.statusCode()).isEqualTo(409);
        assertThat(stale.body()).contains("HOTEL").contains("INDIA");
    }

    @Test
    void keepsTheCommentAndSaysWhy_whenSomebodySavedBeforeItWasHandedIn() {
        Browser browser = signedIn("coordinator.vct");
        ok(browser, "/tasks/" + task + "/submit?lang=en");
        HttpResponse<String> late =
                browser.post("/tasks/" + task + "/submit", Map.of("version", "999", "comment", "Typed with care"));
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("Typed with care").contains("changed this draft after you looked at it");
    }

    @Test
    void keepsWhatWasTypedBesideTheAnswers_whenItIsRefused() {
        Browser browser = signedIn("coordinator.vct");
        ok(browser, "/tasks/" + task + "?lang=en");
        String words = "w".repeat(4001);
        for (Map.Entry<String, Map<String, String>> act : Map.of(
                        "comments", Map.of("text", words),
                        "not-applicable", Map.of("reason", words),
                        "extension", Map.of("reason", words, "until", "2025-02-01"))
                .entrySet()) {
            HttpResponse<String> refused = browser.post("/tasks/" + task + "/" + act.getKey(), act.getValue());
            assertThat(refused.statusCode()).as(act.getKey()).isEqualTo(422);
            assertThat(refused.body()).as(act.getKey()).contains(words).contains("Too long");
            assertThat(refused.body()).contains(act.getValue().getOrDefault("until", ""));
        }
    }

    @Test
    void keepsWhatWasSaidOfADocument_whenItIsRefused() {
        Browser browser = signedIn("coordinator.vct");
        ok(browser, "/tasks/" + task + "?lang=en");
        Map<String, String> about = Map.of(
                "title",
                "Decree on rivers",
                "kind",
                "EV-JUD",
                "issuingAgency",
                "River Ministry",
                "documentDate",
                "2024-05-06",
                "documentLanguage",
                "fr",
                "classification",
                "STATE_CONFIDENTIAL");
        byte[] noWorkbook = {1, 2, 3};
        HttpResponse<String> part =
                browser.upload("/tasks/" + task + "/evidence", noWorkbook, about, "HX-Request", "true");
        HttpResponse<String> page = browser.upload("/tasks/" + task + "/evidence", noWorkbook, about);
        assertThat(part.statusCode()).isEqualTo(200);
        assertThat(page.statusCode()).isEqualTo(415);
        for (String body : List.of(part.body(), page.body())) {
            assertThat(body)
                    .contains("not what its name says")
                    .contains("value=\"Decree on rivers\"")
                    .contains("value=\"River Ministry\"")
                    .contains("value=\"2024-05-06\"")
                    .containsPattern("value=\"EV-JUD\" selected")
                    .containsPattern("value=\"fr\" selected")
                    .containsPattern("value=\"STATE_CONFIDENTIAL\" selected");
        }
    }

    @Test
    void answersTheContract_whenAProgramAsks() throws IOException {
        Browser program = new Browser(port);
        JsonNode given = JSON.readTree(program.json(
                        "POST",
                        "/api/v1/tokens",
                        "{\"username\":\"coordinator.vct\",\"password\":\"demo\",\"label\":\"test\"}")
                .body());
        String[] bearer = {"Authorization", "Bearer " + given.path("token").asText()};
        JsonNode item = JSON.readTree(
                        program.get("/api/v1/tasks?commitment=T1", bearer).body())
                .at("/items/0");
        assertThat(item.path("undertaking").asText()).isEqualTo(key);
        JsonNode one =
                JSON.readTree(program.get("/api/v1/tasks/" + task, bearer).body());
        assertThat(one.at("/form/components").isArray()).isTrue();
        HttpResponse<String> stale =
                program.json("PUT", "/api/v1/tasks/" + task + "/draft", "{\"version\":999,\"values\":{}}", bearer);
        assertThat(stale.statusCode()).isEqualTo(409);
        assertThat(JSON.readTree(stale.body()).at("/current/version").isInt()).isTrue();
        HttpResponse<String> incomplete = program.json(
                "POST",
                "/api/v1/tasks/" + task + "/submit",
                "{\"version\":" + version() + ",\"values\":{},\"comment\":\"\",\"acknowledgedWarnings\":[]}",
                bearer);
        assertThat(incomplete.statusCode()).isEqualTo(422);
        assertThat(JSON.readTree(incomplete.body()).path("errors")).isNotEmpty();
        JsonNode undertaking =
                JSON.readTree(program.get("/api/v1/undertakings/" + key, bearer).body());
        assertThat(undertaking.at("/stages/0/status").asText()).isEqualTo("OPEN");
        assertThat(undertaking.path("level").asText()).isEqualTo("NO_REPORT");
    }

    @Test
    void isNotThere_whenSomebodyOfAnotherStateAsks() {
        Browser other = signedIn("coordinator.chl");
        for (String path : List.of("/tasks/" + task, "/undertakings/" + key)) {
            assertThat(other.get(path).statusCode()).as(path).isEqualTo(404);
        }
    }

    @Test
    void launchesFromThePage() {
        Browser browser = signedIn("administrator");
        assertThat(ok(browser, "/admin/launch")).contains(STATE);
        assertThat(browser.post("/admin/launch", Map.of("state", STATE, "commitment", "T1"))
                        .statusCode())
                .isBetween(302, 303);
        ok(browser, "/admin/launch/progress");
        assertThat(signedIn("coordinator.vct").get("/admin/launch").statusCode())
                .isEqualTo(403);
    }

    @Test
    void choosesWhoMaySeeADocument() {
        UUID document = currentActor
                .callAs(
                        person(Role.NATIONAL_COORDINATOR, STATE),
                        () -> files.add(
                                new AddEvidence(
                                        task, "a.csv", Map.of("en", "List"), "EV-STA", "", null, "en", "PUBLIC"),
                                new ByteArrayResource("a,b".getBytes(StandardCharsets.UTF_8))))
                .id();
        Browser browser = signedIn("coordinator.vct");
        String path = "/tasks/" + task + "/evidence/" + document;
        assertThat(ok(browser, "/tasks/" + task + "?lang=en")).contains(path).contains("Those who review");
        assertThat(ok(browser, path)).contains("value=\"List\"").doesNotContain("??");
        Map<String, String> about = Map.of(
                "title", "Full list", "kind", "EV-STA", "classification", "OAS_RESTRICTED", "visibility", "PUBLIC");
        HttpResponse<String> refused = browser.post(path, about);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("value=\"Full list\"").contains("classified as public");
        Map<String, String> open = new HashMap<>(about);
        open.put("classification", "PUBLIC");
        assertThat(browser.post(path, open).statusCode()).isBetween(302, 303);
        assertThat(ok(browser, "/tasks/" + task)).contains("Full list").contains("Anybody, after publication");
        currentActor.runAs(person(Role.NATIONAL_COORDINATOR, STATE), () -> files.remove(task, document));
    }

    private String autosave(Browser browser, String page, String callSign) {
        return browser.post("/tasks/" + task + "/autosave", sent(page, callSign), "HX-Request", "true")
                .body();
    }

    /** What a page sends that shows what it showed when it was opened. */
    private static Map<String, String> sent(String page, String callSign) {
        return Map.of(
                "version", field(page, "version"), "_page", field(page, "_page"), "callSign", callSign, "_lang", "en");
    }

    private static String field(String page, String name) {
        Matcher field =
                Pattern.compile("name=\"" + name + "\"[^>]*value=\"([^\"]*)\"").matcher(page);
        assertThat(field.find()).as(name).isTrue();
        return field.group(1);
    }

    @Test
    void showsTheFailedStepToTheAdministrator_whenItWasTriedInVain() {
        ManagementService jobs = engine.getManagementService();
        Job timer = DataScope.SYSTEM.call(() -> {
            String process = engine.getRuntimeService()
                    .createProcessInstanceQuery()
                    .processInstanceBusinessKey(key)
                    .list()
                    .get(0)
                    .getId();
            return jobs.createJobQuery().processInstanceId(process).list().get(0);
        });
        jobs.setJobRetries(timer.getId(), 0);
        Browser administrator = signedIn("administrator");
        assertThat(ok(administrator, "/")).contains("/admin/failed-steps");
        assertThat(ok(administrator, "/admin/failed-steps")).contains(key);

        administrator.post("/admin/failed-steps/" + timer.getId() + "/again", Map.of());

        assertThat(ok(administrator, "/admin/failed-steps")).doesNotContain(key);
        assertThat(jobs.createJobQuery().jobId(timer.getId()).singleResult().getRetries())
                .isPositive();
        assertThat(ok(administrator, "/audit")).contains("StepTriedAgain");
    }

    private int version() {
        return currentActor
                .callAs(person(Role.NATIONAL_COORDINATOR, STATE), () -> tasks.get(task, Locale.ENGLISH))
                .task()
                .version();
    }

    private Browser signedIn(String username) {
        Browser browser = new Browser(port);
        browser.signIn(username, "demo");
        return browser;
    }

    private static String ok(Browser browser, String path) {
        HttpResponse<String> answer = browser.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    private static Actor person(Role role, @org.jspecify.annotations.Nullable String state) {
        return new Actor(Ids.next(), "test", "Test Person", Set.of(role), state, Language.EN);
    }
}
