package org.randot.commitments.shell.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.randot.commitments.Browser;
import org.randot.commitments.IntegrationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The walls round every request: headers, forged requests, expired sessions. */
@IntegrationTest
class SecurityChainTests {
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
