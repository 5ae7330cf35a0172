package org.randot.commitments.shell.security;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.randot.commitments.Browser;
import org.randot.commitments.IntegrationTest;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The walls round every request: headers, forged requests, expired sessions. */
@IntegrationTest
class SecurityChainTests {
    private static final HttpClient REPORTING = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    KeptPosts keptPosts;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/sign-in",
                "/profile",
                "/tasks",
                "/status",
                "/commitments",
                "/admin/people",
                "/audit",
                "/nothing-here",
                "/api/v1/me",
                "/api/v1/nothing-here",
                "/api/v1/audit",
                "/actuator/health",
                "/actuator/health/readiness",
                "/v3/api-docs",
                "/swagger-ui/index.html"
            })
    void carriesTheHeaders_whenAnythingIsAsked(String path) {
        Browser person = new Browser(port);
        person.signIn("administrator", "demo");
        for (Browser browser : List.of(person, new Browser(port))) {
            HttpResponse<String> answer = browser.get(path);
            assertThat(answer.statusCode()).as(path).isLessThan(500);
            assertThat(header(answer, "Content-Security-Policy"))
                    .contains("default-src 'none'")
                    .doesNotContain("unsafe");
            assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(header(answer, "Referrer-Policy")).isEqualTo("same-origin");
            assertThat(header(answer, "Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
            assertThat(header(answer, "Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
            assertThat(header(answer, "Permissions-Policy")).contains("camera=()");
            assertThat(header(answer, "Cache-Control")).contains("no-store");
            assertThat(answer.headers().allValues("Vary"))
                    .anyMatch(vary -> vary.toLowerCase(java.util.Locale.ROOT).contains("hx-request"));
        }
    }

    @Test
    void refusesTheForm_whenItsTokenIsMissingOrWrong() {
        Browser browser = new Browser(port);
        browser.signIn("chair", "demo");
        assertThat(browser.post("/profile/language", Map.of("language", "EN", "_csrf", ""))
                        .statusCode())
                .isEqualTo(403);
        assertThat(browser.post("/profile/language", Map.of("language", "EN", "_csrf", "wrong"))
                        .statusCode())
                .isEqualTo(403);
        browser.get("/profile");
        assertThat(browser.post("/profile/language", Map.of("language", "EN")).statusCode())
                .isBetween(302, 303);
    }

    @Test
    void refusesTheWriting_whenTheRightsWereTakenAwaySinceTheRequestBegan() {
        Browser browser = new Browser(port);
        browser.signIn("chair", "demo");
        assertThat(browser.get("/profile").statusCode()).isEqualTo(200);
        String tokens =
                "select count(*) from api_token t join account a on a.id = t.account where a.username = 'chair'";
        long before = jdbc.sql(tokens).query(Long.class).single();
        // as another node does it when roles are taken away: this one may know the person for three seconds more
        jdbc.sql("update account set stamp = stamp + 1 where username = 'chair'")
                .update();
        HttpResponse<String> refused = browser.post("/profile/tokens", Map.of("label", "late"));
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("Nothing was changed");
        assertThat(jdbc.sql(tokens).query(Long.class).single()).isEqualTo(before);
        assertThat(browser.get("/profile").statusCode()).isEqualTo(303);
        browser.signIn("chair", "demo");
        browser.get("/profile");
        assertThat(browser.post("/profile/tokens", Map.of("label", "again")).statusCode())
                .isLessThan(400);
        assertThat(jdbc.sql(tokens).query(Long.class).single()).isEqualTo(before + 1);
    }

    @Test
    void writesDownWhoAskedForWhatIsNotTheirs() {
        Browser browser = new Browser(port);
        browser.signIn("coordinator.arg", "demo");
        List<String> lines = heard(() -> {
            assertThat(browser.get("/undertakings/RANDOT-V:BRA:T1").statusCode())
                    .isEqualTo(404);
            assertThat(browser.get("/contribute/a-secret-of-somebody").statusCode())
                    .isEqualTo(404);
        });
        assertThat(lines)
                .anyMatch(line -> line.startsWith("absentAsked route=GET /undertakings/{key}")
                        && line.contains("object=RANDOT-V:BRA:T1")
                        && line.matches(".*person=[0-9a-f-]{36}.*"));
        assertThat(lines).noneMatch(line -> line.contains("a-secret") || line.contains("coordinator.arg"));
    }

    @Test
    void takesReportsOfBrowsers_whenThePolicyStoppedSomething() {
        Browser anybody = new Browser(port);
        assertThat(header(anybody.get("/sign-in"), "Content-Security-Policy")).contains("report-uri /csp-reports");
        assertThat(header(anybody.get("/sign-in"), "Reporting-Endpoints")).isEqualTo("csp=\"/csp-reports\"");
        String report = "{\"csp-report\":{\"effective-directive\":\"script-src-elem\",\"blocked-uri\":"
                + "\"https://evil.example/x?who=me\",\"document-uri\":\"https://here/contribute/secret\"}}";
        List<String> lines = heard(() -> {
            assertThat(reported(report)).isEqualTo(204);
            assertThat(reported("no json")).isEqualTo(400);
            assertThat(reported("\"" + "x".repeat(20_000) + "\"")).isEqualTo(413);
            for (int i = 0; i < 200; i++) {
                assertThat(reported(report)).isEqualTo(204);
            }
        });
        assertThat(lines)
                .contains("cspReport directive=script-src-elem blocked=https://evil.example page=/contribute")
                .contains("eventsLeftOut of=cspReport")
                .hasSizeLessThan(250);
    }

    private int reported(String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/csp-reports"))
                .header("Content-Type", "application/csp-report")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            return REPORTING
                    .send(request, HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static List<String> heard(Runnable work) {
        Logger log = (Logger) LoggerFactory.getLogger("security");
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        lines.start();
        log.addAppender(lines);
        try {
            work.run();
        } finally {
            log.detachAppender(lines);
        }
        return lines.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    @Test
    void takesTheTokenFromAHeader_whenHtmxSends() {
        Browser browser = new Browser(port);
        browser.signIn("chair", "demo");
        browser.get("/profile");
        HttpResponse<String> answer = browser.post(
                "/profile/language",
                Map.of("language", "EN", "_csrf", ""),
                "X-CSRF-TOKEN",
                browser.token(),
                "HX-Request",
                "true");
        assertThat(answer.statusCode()).isBetween(302, 303);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "null", "http://localhost:1"})
    void refusesTheForm_whenItComesFromAnotherOrigin(String origin) {
        Browser browser = new Browser(port);
        browser.signIn("chair", "demo");
        browser.get("/profile");
        assertThat(browser.post("/profile/language", Map.of("language", "EN"), "Origin", origin)
                        .statusCode())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site"})
    void refusesTheForm_whenTheBrowserSaysItComesFromAnotherSite(String site) {
        Browser browser = new Browser(port);
        browser.signIn("chair", "demo");
        browser.get("/profile");
        assertThat(browser.post("/profile/language", Map.of("language", "EN"), "Sec-Fetch-Site", site)
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void needsTheTokenOnTheRestInterfaceToo_whenTheSessionSignsIn() {
        Browser browser = new Browser(port);
        browser.signIn("chair", "demo");
        browser.get("/profile");
        String body = "{\"language\":\"en\"}";
        HttpResponse<String> without = browser.json("PUT", "/api/v1/me/language", body);
        assertThat(without.statusCode()).isEqualTo(403);
        assertThat(header(without, "Content-Type")).startsWith("application/problem+json");
        assertThat(browser.json("PUT", "/api/v1/me/language", body, "X-CSRF-TOKEN", browser.token())
                        .statusCode())
                .isEqualTo(204);
    }

    @Test
    void tellsHtmxWhereToGo_whenTheSessionIsOver() {
        HttpResponse<String> answer = new Browser(port)
                .get("/profile", "HX-Request", "true", "HX-Current-URL", "http://localhost:" + port + "/tasks?q=x");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(header(answer, "HX-Redirect")).isEqualTo("/sign-in?target=%2Ftasks%3Fq%3Dx");
    }

    @Test
    void givesTheTextBack_whenItWasSentAfterTheSessionHadEnded() {
        // given
        Browser browser = expired("coordinator.arg");
        String text = "Línea uno\n<b>dos</b> & “tres”";
        // when
        HttpResponse<String> late = browser.post("/profile/tokens", Map.of("label", text));
        assertThat(late.statusCode()).isEqualTo(303);
        String signIn = header(late, "Location");
        assertThat(signIn).contains("kept=");
        assertThat(browser.get(signIn).body()).contains("name=\"kept\"");
        String key = URI.create(signIn).getQuery().replaceAll(".*kept=", "");
        HttpResponse<String> entered =
                browser.post("/sign-in", Map.of("username", "coordinator.arg", "password", "demo", "kept", key));
        HttpResponse<String> kept =
                browser.get(URI.create(header(entered, "Location")).getPath() + "?key=" + key);
        // then
        assertThat(kept.body()).contains("action=\"/profile/tokens\"").contains("&lt;b&gt;dos&lt;/b&gt; &amp;");
        assertThat(browser.post("/profile/tokens", Map.of("label", text)).statusCode())
                .isEqualTo(200);
    }

    @Test
    void keepsTheTextFromOthers_whenSomebodyElseSignsIn() {
        Browser browser = expired("coordinator.arg");
        String key = header(browser.post("/profile/tokens", Map.of("label", "secret")), "Location")
                .replaceAll(".*kept=", "");
        Browser other = new Browser(port);
        other.signIn("coordinator.bra", "demo");
        assertThat(other.get("/sign-in/kept?key=" + key).statusCode()).isEqualTo(404);
    }

    @Test
    void keepsNothing_whenThereIsAPasswordOrTooMuchOrNobodyKnown() {
        Browser browser = expired("coordinator.arg");
        assertThat(header(browser.post("/profile/x", Map.of("password", "secret")), "Location"))
                .doesNotContain("kept");
        assertThat(header(browser.post("/profile/x", Map.of("text", "x".repeat(600_000))), "Location"))
                .doesNotContain("kept");
        Browser stranger = new Browser(port);
        stranger.get("/sign-in");
        assertThat(header(stranger.post("/profile/x", Map.of("text", "x")), "Location"))
                .doesNotContain("kept");
    }

    @Test
    void liesEncrypted_whenATextIsKept() {
        Browser browser = expired("coordinator.arg");
        browser.post("/profile/tokens", Map.of("label", "canary-4711"));
        List<byte[]> all =
                jdbc.sql("select content from kept_post").query(byte[].class).list();
        assertThat(all)
                .isNotEmpty()
                .noneMatch(content ->
                        new String(content, java.nio.charset.StandardCharsets.ISO_8859_1).contains("canary"));
    }

    private Browser expired(String username) {
        Browser browser = new Browser(port);
        browser.signIn(username, "demo");
        browser.get("/profile");
        jdbc.sql("delete from kept_post").update();
        jdbc.sql("update web_session set ended = now() where ended is null").update();
        for (int i = 0; i < 60 && browser.get("/profile").statusCode() == 200; i++) {
            pause();
        }
        return browser;
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
