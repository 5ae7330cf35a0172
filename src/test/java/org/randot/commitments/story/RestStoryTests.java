package org.randot.commitments.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.randot.commitments.IntegrationTest;
import org.randot.commitments.story.Client.Answer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** The main job of the product, done by programs over the REST interface. */
@IntegrationTest
class RestStoryTests {
    private static final String API = "/api/v1";
    private static final String LAUNCH = API + "/cycles/" + Season.CYCLE + "/launch";
    private static final String MEETING_DATE = API + "/cycles/" + Season.CYCLE + "/meeting-date";
    private static final String QUEUE = API + "/reviews?state=PER&commitment=C1";

    @Autowired
    private ApplicationContext context;

    @LocalServerPort
    private int port;

    private Season season;

    @BeforeEach
    void begin() {
        season = Season.begins(context).withMeetingDate();
    }

    @AfterEach
    void end() {
        season.close();
    }

    @Test
    void showsAnApprovedMilestoneInTheStatus_whenAllRolesPlayTheirPart() throws IOException {
        launchesTheCycle(Client.of(port, "administrator"));
        Client coordinator = Client.of(port, "coordinator.per");
        assertThat(coordinator.get(API + "/me").is(200).text("/state")).isEqualTo("PER");
        String task = findsTheTask(coordinator);
        keepsTheFirst_whenADraftIsStale(coordinator, task);
        attachesEvidence(coordinator, task);
        changesNothing_whenAValueIsWrong(coordinator, task);
        isHidden_whenTheTaskIsOfAnotherState(task);
        handsItIn(coordinator, task, 400);
        findsItComplete();
        refuses_whenTheStateIsTheReviewersOwn();
        returnsItWithAMark();
        seesTheMark(coordinator, task);
        handsItIn(coordinator, task, 450);
        findsItComplete();
        decides(Client.of(port, "reviewer.can"), "APPROVE", "", List.of()).is(200);
        season.backgroundWork();
        showsItInTheStatus(Client.of(port, "chair"));
        keepsTheRecordIntact(Client.of(port, "auditor"));
    }

    private void launchesTheCycle(Client administrator) {
        Map<String, Object> move = Map.of("date", Season.MEETING.toString(), "reason", "Story", "preview", true);
        assertThat(administrator.post(MEETING_DATE, move).is(200).at("/preview").asBoolean())
                .isTrue();
        String key = UUID.randomUUID().toString();
        Map<String, Object> launch = Map.of("states", List.of("PER"), "commitments", List.of("C1"));
        Answer first =
                administrator.post(LAUNCH, launch, "Idempotency-Key", key).is(202);
        season.backgroundWork();
        Answer again =
                administrator.post(LAUNCH, launch, "Idempotency-Key", key).is(202);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(administrator
                        .get(first.header("Location"))
                        .is(200)
                        .at("/started")
                        .asInt())
                .isEqualTo(1);
    }

    private static String findsTheTask(Client coordinator) {
        Answer tasks = coordinator.get(API + "/tasks?commitment=C1&status=OPEN").is(200);
        assertThat(tasks.text("/items/0/key")).isEqualTo("C1.S1.T1");
        assertThat(tasks.text("/items/0/undertaking")).isEqualTo("RANDOT-V:PER:C1");
        assertThat(tasks.text("/items/0/dueDate")).isNotEmpty();
        assertThat(tasks.at("/page/totalItems").asInt()).isEqualTo(1);
        String id = tasks.text("/items/0/id");
        Answer task = coordinator.get(API + "/tasks/" + id).is(200);
        assertThat(task.text("/form/id")).isEqualTo("baseline");
        return id;
    }

    private static void keepsTheFirst_whenADraftIsStale(Client coordinator, String task) {
        String draft = API + "/tasks/" + task + "/draft";
        int version = version(coordinator, task);
        Answer saved = coordinator.put(draft, draft(version, Season.baseline())).is(200);
        assertThat(saved.at("/version").asInt()).isGreaterThan(version);
        Answer stale = coordinator
                .put(draft, draft(version, JsonNodeFactory.instance.objectNode()))
                .is(409);
        assertThat(stale.header("Content-Type")).startsWith("application/problem+json");
        assertThat(coordinator
                        .get(API + "/tasks/" + task)
                        .at("/values/baselineRecovered")
                        .asInt())
                .isEqualTo(1100);
    }

    private static void attachesEvidence(Client coordinator, String task) throws IOException {
        byte[] document = Season.document().getContentAsByteArray();
        for (String kind : List.of("EV-DEC", "EV-STA")) {
            ObjectNode metadata = JsonNodeFactory.instance.objectNode().put("kind", kind);
            Answer added = coordinator
                    .upload(API + "/tasks/" + task + "/evidence", "decree.pdf", document, metadata)
                    .is(201);
            assertThat(added.text("/sha256")).hasSize(64);
            assertThat(added.at("/size").asInt()).isEqualTo(document.length);
        }
        ObjectNode metadata = JsonNodeFactory.instance.objectNode().put("kind", "EV-DEC");
        coordinator
                .upload(
                        API + "/tasks/" + task + "/evidence",
                        "script.pdf",
                        "#!/bin/sh".getBytes(StandardCharsets.UTF_8),
                        metadata)
                .is(415);
    }

    private static void changesNothing_whenAValueIsWrong(Client coordinator, String task) {
        int version = version(coordinator, task);
        Answer refused = coordinator
                .post(
                        API + "/tasks/" + task + "/submit",
                        draft(version, Season.baseline().put("baselineSubmitted", 2000)))
                .is(422);
        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
        assertThat(refused.body().path("errors"))
                .anyMatch(error -> error.path("field").asText().equals("/baselineSubmitted")
                        && error.path("code").asText().equals("BASELINE_SUBMITTED_GT_RECOVERED")
                        && error.path("severity").asText().equals("ERROR"));
        Answer kept = coordinator.get(API + "/tasks/" + task);
        assertThat(kept.text("/status")).isEqualTo("OPEN");
        assertThat(kept.at("/values/baselineSubmitted").asInt()).isEqualTo(700);
    }

    private void isHidden_whenTheTaskIsOfAnotherState(String task) {
        Client stranger = Client.of(port, "coordinator.pan");
        stranger.get(API + "/tasks/" + task).is(404);
        stranger.put(API + "/tasks/" + task + "/draft", draft(1, Season.baseline()))
                .is(404);
        stranger.get(API + "/undertakings/RANDOT-V:PER:C1").is(404);
    }

    private void handsItIn(Client coordinator, String task, int traced) {
        int version = version(coordinator, task);
        Answer handed = coordinator
                .post(
                        API + "/tasks/" + task + "/submit",
                        draft(version, Season.baseline().put("baselineTraced", traced)))
                .is(200);
        assertThat(handed.text("/status")).isEqualTo("SUBMITTED");
        season.backgroundWork();
    }

    private void findsItComplete() {
        decides(Client.of(port, "secretariat"), "COMPLETE", "", List.of()).is(200);
        season.backgroundWork();
    }

    private void refuses_whenTheStateIsTheReviewersOwn() {
        Answer refused = decides(Client.of(port, "reviewer.per"), "APPROVE", "", List.of())
                .is(403);
        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
    }

    private void returnsItWithAMark() {
        Client reviewer = Client.of(port, "reviewer.can");
        decides(reviewer, "RETURN", "One question.", List.of()).is(422);
        Map<String, String> mark = Map.of("field", "/baselineTraced", "text", "Does it include the provinces?");
        decides(reviewer, "RETURN", "One question.", List.of(mark)).is(200);
        season.backgroundWork();
    }

    private static void seesTheMark(Client coordinator, String task) {
        Answer returned = coordinator.get(API + "/tasks/" + task).is(200);
        assertThat(returned.text("/status")).isEqualTo("RETURNED");
        assertThat(returned.text("/decisionText")).isEqualTo("One question.");
        assertThat(returned.text("/marks/0/field")).isEqualTo("/baselineTraced");
        assertThat(returned.text("/marks/0/text")).isEqualTo("Does it include the provinces?");
    }

    private static void showsItInTheStatus(Client chair) {
        Answer status = chair.get(API + "/status").is(200);
        JsonNode cell = StreamSupport.stream(status.body().path("cells").spliterator(), false)
                .filter(each -> each.path("state").asText().equals("PER"))
                .filter(each -> each.path("commitment").asText().equals("C1"))
                .findFirst()
                .orElseThrow();
        assertThat(cell.path("level").asText()).isEqualTo("INITIAL");
        assertThat(cell.path("delivery").asText()).isEqualTo("ON_TRACK");
        assertThat(cell.path("progress").asDouble()).isEqualTo(10);
        Answer undertaking = chair.get(API + "/undertakings/RANDOT-V:PER:C1").is(200);
        assertThat(undertaking.text("/stages/0/status")).isEqualTo("APPROVED");
    }

    private static void keepsTheRecordIntact(Client auditor) {
        assertThat(auditor.get(API + "/audit?size=200").is(200).body().toString())
                .contains("CONFLICT_OF_INTEREST");
        assertThat(auditor.get(API + "/audit/verify").is(200).at("/intact").asBoolean())
                .isTrue();
    }

    private static Answer decides(Client who, String decision, String text, List<Map<String, String>> marks) {
        String review = who.get(QUEUE).is(200).text("/items/0/id");
        int version = who.get(API + "/reviews/" + review).is(200).at("/version").asInt();
        return who.post(
                API + "/reviews/" + review + "/decision",
                Map.of("version", version, "decision", decision, "text", text, "marks", marks));
    }

    private static int version(Client coordinator, String task) {
        return coordinator.get(API + "/tasks/" + task).is(200).at("/version").asInt();
    }

    private static Map<String, Object> draft(int version, ObjectNode values) {
        return Map.of("version", version, "values", values);
    }

    @Test
    void answersAProblem_whenTheTokenIsUnknown() {
        Answer refused = Client.withToken(port, "nobody").get(API + "/me").is(401);
        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
        assertThat(refused.at("/status").asInt()).isEqualTo(401);
        Client.unknown(port).get(API + "/tasks").is(401);
    }

    @Test
    void describesItselfInOpenApi() {
        Answer description = Client.unknown(port).get("/v3/api-docs").is(200);
        assertThat(description.text("/openapi")).startsWith("3.1");
        assertThat(description.body().path("paths").properties())
                .extracting(Map.Entry::getKey)
                .contains(
                        "/api/v1/tokens",
                        "/api/v1/me",
                        "/api/v1/tasks/{id}/draft",
                        "/api/v1/tasks/{id}/submit",
                        "/api/v1/tasks/{id}/evidence",
                        "/api/v1/reviews/{id}/decision",
                        "/api/v1/status",
                        "/api/v1/audit/verify");
    }
}
