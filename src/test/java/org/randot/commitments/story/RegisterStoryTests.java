package org.randot.commitments.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.randot.commitments.Browser;
import org.randot.commitments.IntegrationTest;
import org.randot.commitments.exchange.Workbooks;
import org.randot.commitments.story.Client.Answer;
import org.randot.commitments.undertakings.Delegations;
import org.randot.commitments.undertakings.TaskSummary;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Answer once, use many times: agencies and laws of a state's registers in its forms. */
@IntegrationTest
class RegisterStoryTests {
    private static final String API = "/api/v1";

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Workbooks workbooks;

    @Autowired
    private Delegations delegations;

    @LocalServerPort
    private int port;

    private Season season;
    private String state = "";
    private Client coordinator;
    private TaskSummary task;
    private String id = "";

    @BeforeEach
    void begin() {
        season = Season.begins(context).withMeetingDate();
        isOf("PRY");
    }

    private void isOf(String newState) {
        state = newState;
        season.launched(state, "C1");
        coordinator = Client.of(port, username());
        task = season.firstTask(state, "C1");
        id = enter(coordinator, register(), "Centro de Rastreo");
    }

    private String username() {
        return "coordinator." + state.toLowerCase(Locale.ROOT);
    }

    private String register() {
        return API + "/states/" + state + "/agencies";
    }

    @AfterEach
    void end() {
        season.close();
    }

    private static String enter(Client who, String register, String name) {
        Map<String, Object> agency = Map.of("name", Map.of("es", name + " " + System.nanoTime()), "kind", "POLICE");
        return who.post(register, agency).is(201).text("/id");
    }

    private String name() {
        return coordinator.get(register() + "/" + id).is(200).text("/description/name/es");
    }

    @Test
    void readsTheSameInReview_whenTheEntryIsChangedAfterwards() {
        isOf("SUR"); // the others go on from their draft
        String former = name();
        int version = saved(Map.of("ref", id));
        season.as(username(), () -> {
            season.attached(task, "EV-DEC");
            season.attached(task, "EV-STA");
            return true;
        });
        coordinator
                .post(API + "/tasks/" + task.id() + "/submit", Map.of("version", version))
                .is(200);
        season.backgroundWork();

        Map<String, Object> other = Map.of("name", Map.of("es", "Otro nombre"), "kind", "POLICE");
        coordinator
                .put(register() + "/" + id, Map.of("version", 0, "description", other))
                .is(200);

        JsonNode values = coordinator.get(API + "/tasks/" + task.id()).is(200).at("/values/tracingAuthority");
        assertThat(values.path("ref").asText()).isEqualTo(id);
        assertThat(values.at("/name/es").asText()).isEqualTo(former);
        Answer reviews = Client.of(port, "secretariat").get(API + "/reviews?state=" + state);
        Browser secretariat = new Browser(port);
        secretariat.signIn("secretariat", "demo");
        assertThat(secretariat
                        .get("/reviews/" + reviews.is(200).text("/items/0/id"))
                        .body())
                .contains(former)
                .doesNotContain("Otro nombre")
                .doesNotContain(id);
    }

    @Test
    void isRefused_whenTheEntryIsUnknownRetiredOrAnotherStates() {
        String foreign = enter(Client.of(port, "coordinator.ury"), API + "/states/URY/agencies", "Ajena");
        Answer stranger = Client.of(port, "coordinator.ury").get(register()).is(404);
        assertThat(stranger.body().toString()).doesNotContain(name());
        String retired = enter(coordinator, register(), "Vieja");
        JsonNode entry = coordinator.get(register() + "/" + retired).body();
        coordinator
                .put(
                        register() + "/" + retired,
                        Map.of("version", 0, "description", entry.path("description"), "retired", true))
                .is(200);

        assertThat(findings(Map.of("ref", foreign))).containsExactly("/tracingAuthority/ref REFERENCE");
        assertThat(findings(Map.of("ref", "nobody"))).containsExactly("/tracingAuthority/ref REFERENCE");
        assertThat(findings(Map.of("ref", retired))).containsExactly("/tracingAuthority/ref REFERENCE_RETIRED");
        assertThat(findings(Map.of("ref", id))).isEmpty();
    }

    @Test
    void isTypedOnce_whenItIsKeptInTheRegister() {
        String laws = API + "/states/PRY/laws";
        int before = coordinator.get(laws).body().at("/page/totalItems").asInt();
        ObjectNode values = Season.baseline();
        values.withObject("/legalBasis").put("number", "n-" + System.nanoTime()).put("keep", true);
        Answer saved = coordinator.put(draft(), Map.of("version", version(), "values", values));

        Answer register = coordinator.get(laws).is(200);
        assertThat(register.at("/page/totalItems").asInt()).isEqualTo(before + 1);
        JsonNode law = coordinator.get(API + "/tasks/" + task.id()).at("/values/legalBasis");
        assertThat(law.size()).isEqualTo(1);
        assertThat(register.body().toString()).contains(law.path("ref").asText());
        // once, however often it is sent
        coordinator
                .put(draft(), Map.of("version", saved.is(200).at("/version").asInt(), "values", values))
                .is(200);
        assertThat(coordinator.get(laws).at("/page/totalItems").asInt()).isEqualTo(before + 1);
    }

    @Test
    void comesBackTheSame_whenAWorkbookIsFilled() {
        saved(Map.of("ref", id));
        season.as(username(), () -> {
            byte[] file = workbooks.download(task.id(), Locale.FRENCH).content();
            assertThat(workbooks.upload(task.id(), file, false, Locale.ENGLISH).changes())
                    .isEmpty();
            return true;
        });
        assertThat(coordinator
                        .get(API + "/tasks/" + task.id())
                        .at("/values/tracingAuthority")
                        .toString())
                .isEqualTo("{\"ref\":\"" + id + "\"}");
    }

    @Test
    void isOfferedToWhomeverTheFieldIsGiven() {
        String foreign = enter(Client.of(port, "coordinator.ury"), API + "/states/URY/agencies", "Ajena");
        Browser own = signedIn(username());
        assertThat(own.get("/tasks/" + task.id()).body())
                .contains(name(), "tracingAuthority.ref", "tracingAuthority.keep")
                .doesNotContain(foreign);

        String section = season.as(username(), () -> delegations.sections(task.id(), Locale.ENGLISH)).stream()
                .filter(each -> each.keys().contains("tracingAuthority"))
                .findFirst()
                .orElseThrow()
                .id();
        Delegations.MadeLink made = season.as(username(), () -> delegations.link(task.id(), "Ministry", section, 7));
        String path = made.link().substring(made.link().indexOf("/contribute/"));
        Browser anybody = new Browser(port);
        assertThat(anybody.get(path).body())
                .contains(name(), "tracingAuthority.ref")
                .doesNotContain("tracingAuthority.keep")
                .doesNotContain(foreign);
        assertThat(anybody.post(path, Map.of("tracingAuthority.ref", id, "then", "send", "_lang", "en"))
                        .statusCode())
                .isEqualTo(200);
        season.as(username(), () -> {
            delegations.approve(task.id(), made.delegation(), Locale.ENGLISH);
            return true;
        });
        assertThat(coordinator
                        .get(API + "/tasks/" + task.id())
                        .at("/values/tracingAuthority/ref")
                        .asText())
                .isEqualTo(id);
    }

    private Browser signedIn(String username) {
        Browser browser = new Browser(port);
        browser.signIn(username, "demo");
        return browser;
    }

    private String draft() {
        return API + "/tasks/" + task.id() + "/draft";
    }

    private int version() {
        return coordinator.get(API + "/tasks/" + task.id()).at("/version").asInt();
    }

    private Answer save(Map<String, String> authority) {
        ObjectNode values = Season.baseline();
        ObjectNode named = values.putObject("tracingAuthority");
        authority.forEach(named::put);
        return coordinator
                .put(draft(), Map.of("version", version(), "values", values))
                .is(200);
    }

    private int saved(Map<String, String> authority) {
        return save(authority).at("/version").asInt();
    }

    private List<String> findings(Map<String, String> authority) {
        return StreamSupport.stream(save(authority).at("/findings").spliterator(), false)
                .map(each ->
                        each.path("field").asText() + " " + each.path("code").asText())
                .filter(each -> each.startsWith("/tracingAuthority"))
                .toList();
    }
}
