package org.randot.commitments.review;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.randot.commitments.Browser;
import org.randot.commitments.IntegrationTest;
import org.randot.commitments.reference.ExchangeRates;
import org.randot.commitments.reference.SetExchangeRate;
import org.randot.commitments.shared.MovableClock;
import org.randot.commitments.undertakings.StageStatus;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The reviewer's pages and REST calls, over HTTP and without script. */
@IntegrationTest
class ReviewPagesTests {
    @LocalServerPort
    private int port;

    @Autowired
    private AutowireCapableBeanFactory beans;

    @Autowired
    private MovableClock clock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ObjectMapper json;

    @Autowired
    private ExchangeRates rates;

    private RiverPatrols patrols;
    private Duration offset = Duration.ZERO;

    @BeforeEach
    void launch() throws InterruptedException {
        offset = clock.offset();
        patrols = beans.createBean(RiverPatrols.class);
        patrols.launch();
        patrols.submitAndCheck(RiverPatrols.UNIT);
    }

    @AfterEach
    void comeBack() {
        patrols.cancel();
        clock.shiftBy(offset);
    }

    @Test
    void showsASubmissionBesideItsCriteriaAndTakesADecision() {
        // given
        Browser browser = signedIn("reviewer.usa");
        HttpResponse<String> queue =
                browser.get("/reviews?state=" + patrols.key().state());
        assertThat(queue.statusCode()).isEqualTo(200);
        assertThat(queue.body()).contains(patrols.stateName() + ": T1.S1", "/reviews/" + review().id());
        assertThat(browser.get("/").body()).contains("Waiting for your decision");
        rates.set(
                new SetExchangeRate("PYG", 2024, new BigDecimal("7500"), LocalDate.of(2024, 12, 31), "Central bank", 0),
                "administrator");
        // when opened
        String page = browser.get(path()).body();
        // then
        assertThat(page)
                .contains("A patrol unit exists.", "River Police", "name=\"mark[/staff]\"", "As agreed")
                .contains("1,234.50\u00a0PYG (2024)", "≈ USD 0.16 (rate 7,500 PYG per USD, 2024-12-31, Central bank)")
                .contains("name=\"mark[evidence:", "/evidence/", "Approve with observations")
                .doesNotContain("??");
        // when something is missing
        HttpResponse<String> refused = browser.post(
                path() + "/decision",
                Map.of("version", "0", "decision", "RETURN", "text", "Please look again", "confirmed", "true"));
        // then nothing is lost
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Please look again", "Mark at least one field or document");
        HttpResponse<String> unconfirmed =
                browser.post(path() + "/decision", Map.of("version", "0", "decision", "APPROVE", "criterion", "1"));
        assertThat(unconfirmed.statusCode()).isEqualTo(422);
        assertThat(unconfirmed.body()).contains("Please confirm your decision.");
        HttpResponse<String> ticked =
                browser.post(path() + "/checklist", Map.of("version", "0", "criterion", "1", "text", "Half way"));
        assertThat(ticked.body()).contains("Your ticks are kept", "Half way");
        // when complete
        String opened = path();
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("version", "0");
        fields.put("decision", "RETURN");
        fields.put("text", "Please look again");
        fields.put("mark[/staff]", "More than last year");
        fields.put("confirmed", "true");
        HttpResponse<String> decided = browser.post(opened + "/decision", fields);
        // then
        assertThat(decided.statusCode()).isBetween(302, 303);
        assertThat(browser.get(opened).body()).contains("Record of the decision", "More than last year", "Returned");
        assertThat(patrols.stage(RiverPatrols.UNIT).status()).isEqualTo(StageStatus.RETURNED);
        HttpResponse<String> again = browser.post(opened + "/decision", fields);
        assertThat(again.statusCode()).isEqualTo(409);
    }

    @Test
    void showsNoButtons_whenTheReviewerIsOfTheSameState() {
        Browser browser = signedIn(own());
        String page = browser.get(path()).body();
        assertThat(page)
                .contains("This concerns the state that nominated you")
                .doesNotContain("name=\"decision\"", "name=\"mark[");
        assertThat(browser.post(
                                path() + "/decision",
                                Map.of("version", "0", "decision", "APPROVE", "confirmed", "true"))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void answersOverRest() throws Exception {
        // given
        Browser rest = new Browser(port);
        String bearer = "Bearer " + token(rest, "reviewer.usa");
        String api = "/api/v1/reviews";
        // when
        JsonNode queue = json.readTree(rest.get(api + "?state=" + patrols.key().state(), "Authorization", bearer)
                .body());
        // then
        JsonNode line = queue.path("items").get(0);
        assertThat(line.path("kind").asText()).isEqualTo("MILESTONE");
        assertThat(line.path("undertaking").asText()).isEqualTo(patrols.key().toString());
        assertThat(line.path("stage").asText()).isEqualTo("T1.S1");
        String one = api + "/" + line.path("id").asText();
        JsonNode review = json.readTree(rest.get(one, "Authorization", bearer).body());
        assertThat(review.path("submission").path("tasks")).hasSize(2);
        assertThat(review.path("criteria")).hasSize(2);
        assertThat(review.path("actions")).hasSize(3);
        // when
        String decision = one + "/decision";
        assertThat(rest.json("POST", decision, "{\"version\":0,\"decision\":\"RETURN\"}", "Authorization", bearer)
                        .statusCode())
                .isEqualTo(422);
        assertThat(rest.json("POST", decision, "{\"version\":7,\"decision\":\"APPROVE\"}", "Authorization", bearer)
                        .body())
                .contains("\"status\":409", "\"current\":{");
        String own = "Bearer " + token(rest, own());
        assertThat(rest.json("POST", decision, "{\"version\":0,\"decision\":\"APPROVE\"}", "Authorization", own)
                        .statusCode())
                .isEqualTo(403);
        String coordinator = "Bearer " + token(rest, "coordinator.arg");
        assertThat(rest.get(one, "Authorization", coordinator).statusCode()).isEqualTo(404);
        assertThat(rest.get(api, "Authorization", coordinator).statusCode()).isEqualTo(403);
        HttpResponse<String> decided = rest.json(
                "POST",
                decision,
                "{\"version\":0,\"decision\":\"APPROVE_WITH_OBSERVATIONS\",\"text\":\"Send the budget\",\"marks\":[]}",
                "Authorization",
                bearer);
        // then
        assertThat(decided.statusCode()).isEqualTo(200);
        assertThat(json.readTree(decided.body()).path("status").asText()).isEqualTo("DECIDED");
        String secretariat = "Bearer " + token(rest, "secretariat");
        JsonNode notices = json.readTree(
                rest.get("/api/v1/notifications", "Authorization", secretariat).body());
        assertThat(notices.findValuesAsText("text")).anyMatch(text -> text.contains(patrols.stateName()));
    }

    private String token(Browser browser, String username) throws Exception {
        String body = "{\"username\":\"" + username + "\",\"password\":\"demo\",\"label\":\"test\"}";
        return json.readTree(browser.json("POST", "/api/v1/tokens", body).body())
                .path("token")
                .asText();
    }

    private Browser signedIn(String username) {
        Browser browser = new Browser(port);
        browser.signIn(username, "demo");
        return browser;
    }

    private ReviewItem review() {
        return patrols.openReview(patrols.reviewer);
    }

    /** A reviewer of another state whom this one nominated before. */
    private String own() {
        jdbc.sql("insert into nomination (id, account, nominating_state, valid_from, valid_to, note_verbale, recorded)"
                        + " select gen_random_uuid(), id, :state, '2020-01-01', '2021-01-01', 'NV 1', now()"
                        + " from account where username = 'reviewer.can'")
                .param("state", patrols.key().state())
                .update();
        return "reviewer.can";
    }

    private String path() {
        return "/reviews/" + review().id();
    }
}
