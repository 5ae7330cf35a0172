package org.randot.commitments.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.randot.commitments.Browser;
import org.randot.commitments.IntegrationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tokens of the REST interface. */
@IntegrationTest
class TokenTests {
    private static final String CREDENTIALS =
            "{\"username\":\"coordinator.arg\",\"password\":\"%s\",\"label\":\"test\"}";

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MachineTime time;

    @AfterEach
    void forget() {
        time.reset();
        jdbc.sql("delete from sign_in_attempt").update();
    }

    @Test
    void tellsWhoIAm_whenTheTokenIsGood() {
        HttpResponse<String> me = me(token());
        assertThat(me.statusCode()).isEqualTo(200);
        assertThat(JsonPath.<String>read(me.body(), "$.username")).isEqualTo("coordinator.arg");
        assertThat(JsonPath.<String>read(me.body(), "$.state")).isEqualTo("ARG");
        assertThat(JsonPath.<String>read(me.body(), "$.roles[0]")).isEqualTo("NATIONAL_COORDINATOR");
        assertThat(JsonPath.<String>read(me.body(), "$.language")).isEqualTo("es");
    }

    @Test
    void answersAProblem_whenTheTokenIsUnknownOrMissing() {
        for (HttpResponse<String> me : List.of(me("randot_wrong"), new Browser(port).get("/api/v1/me"))) {
            assertThat(me.statusCode()).isEqualTo(401);
            assertThat(me.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
            assertThat(me.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
        }
    }

    @Test
    void answers401_whenThePasswordIsWrong() {
        HttpResponse<String> refused = new Browser(port).json("POST", "/api/v1/tokens", CREDENTIALS.formatted("wrong"));
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
    }

    @Test
    void isRefused_whenItHasExpired() {
        String token = token();
        time.pass(Duration.ofDays(31));
        assertThat(me(token).statusCode()).isEqualTo(401);
    }

    @Test
    void isRefusedAtOnce_whenItWasRevoked() {
        String token = token();
        assertThat(me(token).statusCode()).isEqualTo(200);
        Browser browser = new Browser(port);
        String list = browser.get("/api/v1/tokens", "Authorization", "Bearer " + token)
                .body();
        String id = JsonPath.read(list, "$[0].id");
        browser.json("DELETE", "/api/v1/tokens/" + id, "", "Authorization", "Bearer " + token);
        assertThat(me(token).statusCode()).isEqualTo(401);
    }

    @Test
    void isKeptOnlyAsItsHash_whenItIsMade() {
        String token = token();
        Long rows = jdbc.sql("select count(*) from api_token where hash = ?")
                .param(Secrets.hash(token))
                .query(Long.class)
                .single();
        assertThat(rows).isEqualTo(1);
    }

    @Test
    void isShownOnce_whenMadeInTheProfile() {
        Browser browser = new Browser(port);
        browser.signIn("coordinator.chl", "demo");
        browser.get("/profile");
        HttpResponse<String> made = browser.post("/profile/tokens", Map.of("label", "spreadsheet"));
        assertThat(made.body()).contains("randot_").contains("spreadsheet");
        assertThat(browser.get("/profile").body()).contains("spreadsheet").doesNotContain("randot_");
    }

    @Test
    void isNotReplacedByTheSession_whenItIsWrong() {
        Browser browser = new Browser(port);
        browser.signIn("coordinator.chl", "demo");
        assertThat(browser.get("/api/v1/me").statusCode()).isEqualTo(200);
        assertThat(browser.get("/api/v1/me", "Authorization", "Bearer wrong").statusCode())
                .isEqualTo(401);
    }

    private String token() {
        HttpResponse<String> made = new Browser(port).json("POST", "/api/v1/tokens", CREDENTIALS.formatted("demo"));
        assertThat(made.statusCode()).isEqualTo(201);
        assertThat(JsonPath.<String>read(made.body(), "$.expiresAt")).isNotEmpty();
        return JsonPath.read(made.body(), "$.token");
    }

    private HttpResponse<String> me(String token) {
        return new Browser(port).get("/api/v1/me", "Authorization", "Bearer " + token);
    }
}
