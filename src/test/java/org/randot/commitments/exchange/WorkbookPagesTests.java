package org.randot.commitments.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.randot.commitments.Browser;
import org.randot.commitments.IntegrationTest;
import org.randot.commitments.identity.Actor;
import org.randot.commitments.identity.CurrentActor;
import org.randot.commitments.identity.Role;
import org.randot.commitments.reference.Cycles;
import org.randot.commitments.shared.Ids;
import org.randot.commitments.shared.Language;
import org.randot.commitments.shared.MovableClock;
import org.randot.commitments.shared.Paging;
import org.randot.commitments.undertakings.Launches;
import org.randot.commitments.undertakings.SaveDraft;
import org.randot.commitments.undertakings.TaskQuery;
import org.randot.commitments.undertakings.TaskView;
import org.randot.commitments.undertakings.Tasks;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The workbook of a task as people and programs fetch it and bring it back. */
@IntegrationTest
class WorkbookPagesTests {
    private static final String STATE = "DMA";
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
    private MovableClock clock;

    private Duration offset = Duration.ZERO;
    private UUID task = new UUID(0, 0);
    private UUID otherTask = new UUID(0, 0);

    @BeforeEach
    void launch() {
        offset = clock.offset();
        clock.moveTo(Instant.parse("2025-03-03T15:00:00Z"));
        String cycle = cycles.current().code();
        currentActor.runAs(person(Role.ADMINISTRATOR, null), () -> {
            if (cycles.current().meetingDate() == null) {
                cycles.moveMeetingDate(cycle, LocalDate.of(2026, 10, 15), "test", "test", true);
            }
            launches.launch(cycle, List.of(STATE, "GRD"), List.of("T1"));
        });
        launches.finish();
        task = taskOf(STATE);
        otherTask = taskOf("GRD");
        save(JSON.createObjectNode().put("callSign", "ALPHA").put("staff", 12));
    }

    @AfterEach
    void putClockBack() {
        clock.shiftBy(offset);
    }

    @Test
    void readsWhatWasFilledInAnotherLanguage() throws IOException {
        Browser browser = signedIn("coordinator.dma");
        byte[] workbook = changed(browser, "fr", form -> {
            WorkbookRoundTripTests.cell(form, "staff").setCellValue(40);
            WorkbookRoundTripTests.cell(form, "unit.name.fr").setCellValue("Police fluviale");
        });

        HttpResponse<String> read = browser.upload("/tasks/" + task + "/workbook?lang=es", workbook, Map.of());

        assertThat(read.statusCode()).isEqualTo(200);
        assertThat(read.body())
                .contains("12")
                .contains("40")
                .contains("Qué ha cambiado")
                .doesNotContain("??");
        ObjectNode values = view().values();
        assertThat(values.path("staff").intValue()).isEqualTo(40);
        assertThat(values.path("callSign").asText()).isEqualTo("ALPHA");
        assertThat(values.at("/unit/name/fr").asText()).isEqualTo("Police fluviale");
    }

    @Test
    void changesNothingAndNamesEachCell_whenItIsBroken() throws IOException {
        Browser browser = signedIn("coordinator.dma");
        byte[] workbook = changed(browser, "es", form -> {
            WorkbookRoundTripTests.cell(form, "callSign").setCellValue("BRAVO");
            WorkbookRoundTripTests.cell(form, "staff").setCellValue("muchos");
            WorkbookRoundTripTests.cell(form, "women").setCellFormula("1+1");
            WorkbookRoundTripTests.cell(form, "unitStatus").setCellValue("quizás");
        });
        ObjectNode before = view().values();
        int version = view().task().version();

        HttpResponse<String> page = browser.upload("/tasks/" + task + "/workbook?lang=es", workbook, Map.of());

        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains("Formulario!C").contains("fórmula").doesNotContain("??");
        HttpResponse<String> answer = new Browser(port)
                .upload("/api/v1/tasks/" + task + "/workbook?lang=pt", workbook, Map.of(), bearer("coordinator.dma"));
        assertThat(answer.statusCode()).isEqualTo(422);
        JsonNode errors = JSON.readTree(answer.body()).path("errors");
        assertThat(errors)
                .hasSize(3)
                .allMatch(error -> error.path("cell").asText().matches("Formulario!C\\d+"));
        assertThat(view().values()).isEqualTo(before);
        assertThat(view().task().version()).isEqualTo(version);
    }

    @Test
    void asksFirst_whenTheDraftWasSavedMeanwhile() throws IOException {
        Browser browser = signedIn("coordinator.dma");
        byte[] workbook = changed(
                browser,
                "en",
                form -> WorkbookRoundTripTests.cell(form, "staff").setCellValue(41));
        save(JSON.createObjectNode().put("callSign", "CHARLIE"));

        HttpResponse<String> late = browser.upload("/tasks/" + task + "/workbook", workbook, Map.of());
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("name=\"overwrite\"");
        assertThat(view().values().path("callSign").asText()).isEqualTo("CHARLIE");

        HttpResponse<String> sure =
                browser.upload("/tasks/" + task + "/workbook", workbook, Map.of("overwrite", "true"));
        assertThat(sure.statusCode()).isEqualTo(200);
        assertThat(view().values().path("staff").intValue()).isEqualTo(41);
    }

    @Test
    void isRefused_whenItBelongsToAnotherTaskOrIsNoWorkbook() throws IOException {
        Browser browser = signedIn("coordinator.dma");
        byte[] other = signedIn("coordinator.grd")
                .download("/tasks/" + otherTask + "/workbook")
                .body();

        HttpResponse<String> wrong =
                browser.upload("/tasks/" + task + "/workbook?lang=en", withToken(browser, other), Map.of());
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("belongs to another task");
        assertThat(browser.upload("/tasks/" + task + "/workbook", new byte[] {1, 2, 3}, Map.of())
                        .statusCode())
                .isEqualTo(422);
        assertThat(new Browser(port)
                        .upload(
                                "/api/v1/tasks/" + task + "/workbook",
                                new byte[] {1, 2, 3},
                                Map.of(),
                                bearer("coordinator.dma"))
                        .statusCode())
                .isEqualTo(415);
    }

    @Test
    void isNotThere_whenSomebodyOfAnotherStateAsks() throws IOException {
        assertThat(new Browser(port)
                        .get("/api/v1/tasks/" + task + "/workbook", bearer("coordinator.chl"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(signedIn("coordinator.chl")
                        .get("/tasks/" + task + "/workbook")
                        .statusCode())
                .isEqualTo(404);
        assertThat(signedIn("reviewer.can").get("/tasks/" + task + "/workbook").statusCode())
                .isEqualTo(403);
    }

    @Test
    void isOfferedOnTheTaskPageInFourLanguages() throws IOException {
        Browser browser = signedIn("coordinator.dma");
        for (String language : List.of("en", "es", "pt", "fr")) {
            assertThat(browser.get("/tasks/" + task + "?lang=" + language).body())
                    .contains("/tasks/" + task + "/workbook")
                    .doesNotContain("??");
            HttpResponse<byte[]> file = browser.download("/tasks/" + task + "/workbook?lang=" + language);
            assertThat(file.headers().firstValue("Content-Disposition").orElse(""))
                    .contains("attachment");
            try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file.body()))) {
                assertThat(workbook.getSheetAt(0).getRow(6).getCell(1).getStringCellValue())
                        .isNotEmpty();
            }
        }
    }

    private interface Change {
        void to(org.apache.poi.ss.usermodel.Sheet form);
    }

    private byte[] changed(Browser browser, String language, Change change) {
        byte[] workbook = browser.download("/tasks/" + task + "/workbook?lang=" + language)
                .body();
        return WorkbookRoundTripTests.changed(withToken(browser, workbook), opened -> change.to(opened.getSheetAt(1)));
    }

    /** A form is sent from a page that was seen. */
    private byte[] withToken(Browser browser, byte[] workbook) {
        browser.get("/tasks/" + task);
        return workbook;
    }

    private void save(ObjectNode values) {
        currentActor.runAs(
                person(Role.NATIONAL_COORDINATOR, STATE),
                () -> tasks.saveDraft(new SaveDraft(task, view().task().version(), values), Locale.ENGLISH));
    }

    private TaskView view() {
        return currentActor.callAs(person(Role.NATIONAL_COORDINATOR, STATE), () -> tasks.get(task, Locale.ENGLISH));
    }

    private UUID taskOf(String state) {
        TaskQuery open = new TaskQuery(null, "T1", null, Set.of(), false, false, "");
        return currentActor
                .callAs(
                        person(Role.NATIONAL_COORDINATOR, state),
                        () -> tasks.list(open, Paging.first(), Locale.ENGLISH))
                .items()
                .get(0)
                .id();
    }

    private Browser signedIn(String username) {
        Browser browser = new Browser(port);
        browser.signIn(username, "demo");
        return browser;
    }

    private String[] bearer(String username) throws IOException {
        String body = "{\"username\":\"" + username + "\",\"password\":\"demo\",\"label\":\"test\"}";
        JsonNode given = JSON.readTree(
                new Browser(port).json("POST", "/api/v1/tokens", body).body());
        return new String[] {"Authorization", "Bearer " + given.path("token").asText()};
    }

    private static Actor person(Role role, @Nullable String state) {
        return new Actor(Ids.next(), "test", "Test Person", Set.of(role), state, Language.EN);
    }
}
