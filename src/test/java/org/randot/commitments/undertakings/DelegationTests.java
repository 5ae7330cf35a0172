package org.randot.commitments.undertakings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.randot.commitments.Browser;
import org.randot.commitments.IntegrationTest;
import org.randot.commitments.forms.FormFinding;
import org.randot.commitments.forms.FormSection;
import org.randot.commitments.identity.Actor;
import org.randot.commitments.identity.CurrentActor;
import org.randot.commitments.identity.People;
import org.randot.commitments.identity.Role;
import org.randot.commitments.reference.Cycles;
import org.randot.commitments.shared.Absent;
import org.randot.commitments.shared.Forbidden;
import org.randot.commitments.shared.Ids;
import org.randot.commitments.shared.Language;
import org.randot.commitments.shared.MovableClock;
import org.randot.commitments.shared.Paging;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Parts of a task in other hands: who sees what, and how answers come back. */
@IntegrationTest
class DelegationTests {
    private static final String STATE = "LCA";
    private static final String CONTRIBUTOR = "contributor.lca";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Locale EN = Locale.ENGLISH;

    @LocalServerPort
    private int port;

    @Autowired
    private Launches launches;

    @Autowired
    private Tasks tasks;

    @Autowired
    private Delegations delegations;

    @Autowired
    private PartLinks links;

    @Autowired
    private EvidenceFiles files;

    @Autowired
    private Cycles cycles;

    @Autowired
    private People people;

    @Autowired
    private CurrentActor currentActor;

    @Autowired
    private MovableClock clock;

    private Duration offset = Duration.ZERO;
    private UUID task = new UUID(0, 0);
    private FormSection mine = new FormSection("", "", List.of());
    private FormSection other = new FormSection("", "", List.of());

    @BeforeEach
    void launch() {
        offset = clock.offset();
        clock.moveTo(Instant.parse("2025-03-03T15:00:00Z"));
        String cycle = cycles.current().code();
        Actor administrator = new Actor(Ids.next(), "a", "A", Set.of(Role.ADMINISTRATOR), null, Language.EN);
        currentActor.runAs(administrator, () -> {
            if (cycles.current().meetingDate() == null) {
                cycles.moveMeetingDate(cycle, LocalDate.of(2026, 10, 15), "test", "test", true);
            }
            launches.launch(cycle, List.of(STATE), List.of("T1"));
        });
        launches.finish();
        task = asCoordinator(() -> tasks.list(open(), Paging.first(), EN))
                .items()
                .get(0)
                .id();
        List<FormSection> sections = asCoordinator(() -> delegations.sections(task, EN));
        mine = sections.stream()
                .filter(each -> each.keys().contains("staff"))
                .findFirst()
                .orElseThrow();
        other = sections.stream()
                .filter(each -> each.keys().contains("callSign"))
                .findFirst()
                .orElseThrow();
        assertThat(mine).isNotEqualTo(other);
        asCoordinator(() -> delegations.of(task, EN)).stream()
                .filter(part -> part.status().isLiving())
                .forEach(part -> asCoordinator(() -> {
                    delegations.takeBack(task, part.id());
                    return true;
                }));
        saveAsCoordinator("{\"callSign\":\"SECRETSIGN\",\"staff\":12}");
    }

    @AfterEach
    void putClockBack() {
        clock.shiftBy(offset);
    }

    @Test
    void contributorSeesAndWritesTheOwnPartOnly() throws IOException {
        give(mine.id());

        TaskView view = asContributor(() -> tasks.get(task, EN));
        assertThat(view.form().keys()).containsExactlyInAnyOrderElementsOf(mine.keys());
        assertThat(view.values().toString()).contains("12").doesNotContain("SECRETSIGN");
        assertThat(asContributor(() -> tasks.list(open(), Paging.first(), EN)).items())
                .extracting(TaskSummary::id)
                .containsExactly(task);
        assertThatThrownBy(() -> asContributor(
                        () -> tasks.saveDraft(new SaveDraft(task, 1, values("{\"callSign\":\"MINE\"}")), EN)))
                .isInstanceOf(Forbidden.class);
        asContributor(() -> tasks.saveDraft(new SaveDraft(task, 1, values("{\"staff\":40}")), EN));
        assertThat(asCoordinator(() -> tasks.get(task, EN))
                        .values()
                        .path("staff")
                        .intValue())
                .isEqualTo(12);
        for (String path : List.of("/tasks/" + task, "/api/v1/tasks/" + task, "/tasks", "/")) {
            HttpResponse<String> answer = signedIn(CONTRIBUTOR).get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            assertThat(answer.body()).as(path).doesNotContain("SECRETSIGN").doesNotContain("callSign");
        }
        byte[] workbook =
                signedIn(CONTRIBUTOR).download("/tasks/" + task + "/workbook").body();
        try (var opened = new org.apache.poi.xssf.usermodel.XSSFWorkbook(new java.io.ByteArrayInputStream(workbook));
                var text = new org.apache.poi.xssf.extractor.XSSFExcelExtractor(opened)) {
            assertThat(text.getText())
                    .contains("staff")
                    .doesNotContain("SECRETSIGN")
                    .doesNotContain("callSign");
        }
    }

    @Test
    void isNotThere_whenNothingWasGiven() {
        for (String path : List.of("/tasks/" + task, "/api/v1/tasks/" + task, "/tasks/" + task + "/workbook")) {
            assertThat(signedIn(CONTRIBUTOR).get(path).statusCode()).as(path).isEqualTo(404);
        }
        assertThat(asContributor(() -> tasks.list(open(), Paging.first(), EN)).items())
                .isEmpty();
        assertThatThrownBy(() -> asContributor(() -> delegations.of(task, EN))).isInstanceOf(Absent.class);
        give(mine.id());
        assertThat(signedIn("contributor.chl").get("/tasks/" + task).statusCode())
                .isEqualTo(404);
        assertThat(signedIn(CONTRIBUTOR).get("/tasks/" + task + "/submit").statusCode())
                .isEqualTo(403);
        assertThatThrownBy(() -> asContributor(() -> tasks.submit(new SubmitTask(task, 1, null, "", List.of()), EN)))
                .isInstanceOf(Absent.class);
    }

    @Test
    void comesBackAndIsApprovedIntoTheDraft() {
        UUID part = give(mine.id());
        asContributor(() -> tasks.saveDraft(new SaveDraft(task, 1, values("{\"staff\":40}")), EN));
        assertThat(openParts()).as("cannot be submitted").isTrue();
        assertThatThrownBy(() -> asCoordinator(() -> approve(part))).isInstanceOf(DelegationRefused.class);
        finish();
        assertThatThrownBy(() ->
                        asContributor(() -> tasks.saveDraft(new SaveDraft(task, 3, values("{\"staff\":41}")), EN)))
                .isInstanceOf(NotWithCoordinator.class);
        asCoordinator(() -> {
            delegations.sendBack(task, part, "Please count again.");
            return true;
        });
        assertThat(asContributor(() -> delegations.mine(task, EN)).orElseThrow().note())
                .isEqualTo("Please count again.");
        int version = asContributor(() -> tasks.get(task, EN)).task().version();
        asContributor(() -> tasks.saveDraft(new SaveDraft(task, version, values("{\"staff\":42}")), EN));
        finish();
        asCoordinator(() -> approve(part));

        ObjectNode draft = asCoordinator(() -> tasks.get(task, EN)).values();
        assertThat(draft.path("staff").intValue()).isEqualTo(42);
        assertThat(draft.path("callSign").asText()).isEqualTo("SECRETSIGN");
        assertThat(openParts()).isFalse();
        assertThatThrownBy(() -> asContributor(() -> tasks.get(task, EN))).isInstanceOf(Absent.class);
        assertThat(signedIn(CONTRIBUTOR).get("/notices").body())
                .contains("was assigned to you")
                .contains("with a note");
        assertThat(signedIn("coordinator.lca").get("/notices").body()).contains("is back for your approval");
    }

    @Test
    void isRefused_whenSomebodyElseHasItOrThePersonIsNoContributor() {
        give(mine.id());
        assertThatThrownBy(() -> asCoordinator(() -> delegations.link(task, "Health", mine.id(), 14)))
                .isInstanceOf(DelegationRefused.class);
        for (String to : List.of("contributor.chl", "coordinator.lca", "nobody")) {
            assertThatThrownBy(() -> asCoordinator(() -> delegations.delegate(task, to, List.of(other.id()))))
                    .isInstanceOfSatisfying(
                            DelegationRefused.class,
                            refused -> assertThat(refused.reason()).isEqualTo(DelegationRefused.Reason.UNKNOWN_PERSON));
        }
        assertThatThrownBy(() -> asCoordinator(() -> delegations.delegate(task, CONTRIBUTOR, List.of("nothing"))))
                .isInstanceOf(DelegationRefused.class);
        assertThatThrownBy(() -> asCoordinator(() -> {
                    TaskSummary summary = tasks.get(task, EN).task();
                    tasks.requestNotApplicable(summary.undertaking(), summary.stage(), "It does not exist.");
                    return true;
                }))
                .isInstanceOf(DelegationRefused.class);
    }

    @Test
    void showsOwnDocumentsOnly() {
        give(mine.id());
        EvidenceView theirs = asCoordinator(() -> attach("coordinator"));
        EvidenceView own = asContributor(() -> attach("contributor"));

        assertThat(asContributor(() -> tasks.get(task, EN)).evidence())
                .extracting(EvidenceView::id)
                .containsExactly(own.id());
        assertThat(asContributor(() -> files.get(own.id())).id()).isEqualTo(own.id());
        assertThatThrownBy(() -> asContributor(() -> files.get(theirs.id()))).isInstanceOf(Absent.class);
        assertThatThrownBy(() -> asContributor(() -> {
                    files.remove(task, theirs.id());
                    return true;
                }))
                .isInstanceOf(Absent.class);
        assertThatThrownBy(() -> asContributor(() -> files.link(task, theirs.id())))
                .isInstanceOf(Absent.class);
        assertThat(asCoordinator(() -> tasks.get(task, EN)).evidence()).hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void linkOpensOnePartOnce() {
        Delegations.MadeLink made = asCoordinator(() -> delegations.link(task, "Ministry", mine.id(), 14));
        String path = made.link().substring(made.link().indexOf("/contribute/"));
        Browser anybody = new Browser(port);

        for (String language : List.of("en", "es", "pt", "fr")) {
            HttpResponse<String> page = anybody.get(path + "?lang=" + language);
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body())
                    .contains("staff")
                    .doesNotContain("SECRETSIGN")
                    .doesNotContain("callSign")
                    .doesNotContain("??");
        }
        assertThat(anybody.post(path, Map.of("staff", "many", "then", "send", "_lang", "en"))
                        .statusCode())
                .isEqualTo(422);
        HttpResponse<String> sent = anybody.post(path, Map.of("staff", "77", "then", "send", "_lang", "en"));
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(200);
        assertThat(anybody.get(path).statusCode()).isEqualTo(404);
        assertThat(asCoordinator(() -> tasks.get(task, EN))
                        .values()
                        .path("staff")
                        .intValue())
                .isEqualTo(12);
        asCoordinator(() -> approve(made.delegation()));
        assertThat(asCoordinator(() -> tasks.get(task, EN))
                        .values()
                        .path("staff")
                        .intValue())
                .isEqualTo(77);
    }

    @Test
    void linkIsDead_whenTakenBackOutOfDateOrUnknown() {
        Delegations.MadeLink first = asCoordinator(() -> delegations.link(task, "A", mine.id(), 14));
        String back = secret(first);
        asCoordinator(() -> {
            delegations.takeBack(task, first.delegation());
            return true;
        });
        String old = secret(asCoordinator(() -> delegations.link(task, "B", mine.id(), 1)));
        assertThat(links.open(old, "127.0.0.1", EN).form().keys()).containsAll(mine.keys());
        clock.moveTo(clock.instant().plus(Duration.ofDays(2)));

        for (String each : List.of(back, old, "never")) {
            assertThatThrownBy(() -> links.open(each, "127.0.0.1", EN)).isInstanceOf(Absent.class);
        }
    }

    @Test
    void guessesOfLinksAreSlowedDown() {
        assertThatThrownBy(() -> {
                    for (int i = 0; i < 100; i++) {
                        try {
                            links.open("guess" + i, "203.0.113.9", EN);
                        } catch (Absent absent) {
                            continue;
                        }
                    }
                })
                .isInstanceOf(org.randot.commitments.identity.TooManyAttempts.class);
    }

    @Test
    void coordinatorSeesWhoHasWhatInFourLanguages() throws IOException {
        UUID part = give(mine.id());
        Browser coordinator = signedIn("coordinator.lca");
        for (String language : List.of("en", "es", "pt", "fr")) {
            assertThat(coordinator.get("/tasks/" + task + "?lang=" + language).body())
                    .contains("/parts/" + part)
                    .doesNotContain("??");
            HttpResponse<String> page = coordinator.get("/tasks/" + task + "/parts/" + part + "?lang=" + language);
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).doesNotContain("??");
        }
        coordinator.get("/tasks/" + task);
        HttpResponse<String> link = coordinator.post(
                "/tasks/" + task + "/links", Map.of("to", "Office", "section", other.id(), "days", "3"));
        assertThat(link.body()).contains("/contribute/").doesNotContain("??");
        HttpResponse<String> taken = coordinator.post(
                "/tasks/" + task + "/links", Map.of("to", "Office", "section", other.id(), "days", "3"));
        assertThat(taken.statusCode()).isBetween(302, 303);
        JsonNode parts = JSON.readTree(
                coordinator.get("/api/v1/tasks/" + task + "/parts").body());
        assertThat(parts.findValuesAsText("status")).contains("OPEN");
        assertThat(parts.toString()).doesNotContain("/contribute/");
    }

    private UUID give(String... fields) {
        return asCoordinator(() -> delegations.delegate(task, CONTRIBUTOR, List.of(fields)));
    }

    private boolean approve(UUID part) {
        delegations.approve(task, part, EN);
        return true;
    }

    private void finish() {
        asContributor(() -> {
            delegations.finish(task);
            return true;
        });
    }

    private boolean openParts() {
        return asCoordinator(() -> tasks.check(task, EN)).stream()
                .map(FormFinding::code)
                .anyMatch("PARTS_OPEN"::equals);
    }

    private static String secret(Delegations.MadeLink made) {
        return made.link().substring(made.link().lastIndexOf('/') + 1);
    }

    private EvidenceView attach(String text) {
        byte[] csv = ("who,what\n" + text + "," + task + "\n").getBytes(StandardCharsets.UTF_8);
        return files.add(
                new AddEvidence(task, text + ".csv", Map.of("en", text), "EV-STA", "", null, "en", ""),
                () -> new java.io.ByteArrayInputStream(csv));
    }

    private void saveAsCoordinator(String json) {
        asCoordinator(() ->
                tasks.saveDraft(new SaveDraft(task, tasks.get(task, EN).task().version(), values(json)), EN));
    }

    private static ObjectNode values(String json) {
        return Sql.object(json);
    }

    private static TaskQuery open() {
        return new TaskQuery(null, "T1", null, Set.of(), false, false, "");
    }

    private <T> T asCoordinator(Supplier<T> act) {
        return currentActor.callAs(account("coordinator.lca"), act);
    }

    private <T> T asContributor(Supplier<T> act) {
        return currentActor.callAs(account(CONTRIBUTOR), act);
    }

    private Actor account(String username) {
        return people.byUsername(username).orElseThrow();
    }

    private Browser signedIn(String username) {
        Browser browser = new Browser(port);
        browser.signIn(username, "demo");
        return browser;
    }
}
