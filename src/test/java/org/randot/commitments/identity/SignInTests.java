package org.randot.commitments.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.randot.commitments.Browser;
import org.randot.commitments.IntegrationTest;
import org.randot.commitments.shared.MovableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Signing in, and what a session is worth. */
@IntegrationTest
class SignInTests {
    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MachineTime time;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    MovableClock clock;

    @Autowired
    SignIn signIn;

    @Autowired
    PeopleAdministration administration;

    @Autowired
    People people;

    @Autowired
    CurrentActor actor;

    @BeforeEach
    @AfterEach
    void forget() {
        time.reset();
        jdbc.sql("delete from sign_in_attempt").update();
        jdbc.sql("delete from known_address").update();
    }

    @Test
    void leadsToThePageAskedFor_whenThePasswordIsRight() {
        // given
        Browser browser = new Browser(port);
        HttpResponse<String> asked = browser.get("/profile");
        assertThat(asked.statusCode()).isEqualTo(303);
        assertThat(asked.headers().firstValue("Location")).hasValue("/sign-in?target=%2Fprofile");
        browser.get("/sign-in?target=/profile");
        // when
        HttpResponse<String> entered = browser.post(
                "/sign-in", Map.of("username", "coordinator.arg", "password", "demo", "target", "/profile"));
        // then
        assertThat(entered.statusCode()).isBetween(302, 303);
        assertThat(entered.headers().firstValue("Location").orElse("")).endsWith("/profile");
        assertThat(browser.get("/profile").body()).contains("Coordinación nacional de Argentina");
    }

    @Test
    void staysOnOurPages_whenTheTargetIsForeign() {
        for (String target : List.of("https://evil.example/", "//evil.example", "/\\evil.example", "/sign-in")) {
            Browser browser = new Browser(port);
            browser.get("/sign-in");
            HttpResponse<String> entered =
                    browser.post("/sign-in", Map.of("username", "chair", "password", "demo", "target", target));
            assertThat(entered.headers().firstValue("Location").orElse(""))
                    .as(target)
                    .matches("(http://localhost:\\d+)?/");
        }
    }

    @Test
    void setsACookieThatScriptsAndOtherSitesCannotUse_whenSomebodySignsIn() {
        HttpResponse<String> entered = new Browser(port).signIn("coordinator.arg", "demo");
        String cookie = entered.headers().allValues("Set-Cookie").stream()
                .filter(each -> each.startsWith("session="))
                .findFirst()
                .orElseThrow();
        assertThat(cookie)
                .contains("HttpOnly")
                .contains("SameSite=Lax")
                .contains("Path=/")
                .doesNotContain("Domain");
    }

    @Test
    void bindsTheCookieToHostAndHttps_whenThePublicUrlIsHttps() {
        var serializer = (org.springframework.session.web.http.DefaultCookieSerializer)
                new SessionCookie().cookieSerializer(new PublicUrl("https://randot.example/"));
        var response = new org.springframework.mock.web.MockHttpServletResponse();
        serializer.writeCookieValue(new org.springframework.session.web.http.CookieSerializer.CookieValue(
                new org.springframework.mock.web.MockHttpServletRequest(), response, "x"));
        assertThat(response.getHeader("Set-Cookie"))
                .startsWith("__Host-session=")
                .contains("Secure")
                .contains("HttpOnly")
                .contains("SameSite=Lax")
                .contains("Path=/")
                .doesNotContain("Domain");
    }

    @Test
    void getsANewId_whenSomebodySignsInAgain() {
        Browser browser = new Browser(port);
        browser.signIn("coordinator.arg", "demo");
        String first = browser.cookie("session").orElseThrow();
        HttpResponse<String> again =
                browser.post("/sign-in", Map.of("username", "coordinator.arg", "password", "demo"));
        assertThat(again.statusCode()).isBetween(302, 303);
        assertThat(browser.cookie("session").orElseThrow()).isNotEqualTo(first);
    }

    @Test
    void saysTheSame_whenTheNameIsUnknownOrThePasswordIsWrong() {
        HttpResponse<String> unknown = new Browser(port).signIn("nobody", "wrong");
        HttpResponse<String> wrong = new Browser(port).signIn("coordinator.bra", "wrong");
        assertThat(unknown.statusCode()).isEqualTo(422).isEqualTo(wrong.statusCode());
        assertThat(withoutWhatDiffers(unknown.body())).isEqualTo(withoutWhatDiffers(wrong.body()));
    }

    private static String withoutWhatDiffers(String body) {
        return body.replaceAll("(name=\"_csrf\" value|name=\"csrf\" content|id=\"username\"[^>]*value)=\"[^\"]*\"", "");
    }

    @Test
    void takesAsLong_whenTheNameIsUnknown() {
        long known = median("coordinator.bra");
        long unknown = median("nobody");
        assertThat((double) unknown / known).isBetween(0.5, 2.0);
    }

    private long median(String username) {
        long[] times = new long[7];
        for (int i = 0; i < times.length; i++) {
            long start = System.nanoTime();
            signIn.withPassword(username, "wrong", "192.0.2." + i);
            times[i] = System.nanoTime() - start;
        }
        Arrays.sort(times);
        return times[times.length / 2];
    }

    @Test
    void asksToWaitLongerAndLonger_whenSomebodyGuesses() {
        long wait = waitAfterGuessing("coordinator.per", "192.0.2.1");
        assertThat(wait).isPositive();
        time.pass(Duration.ofSeconds(wait + 1));
        assertThat(signIn.withPassword("coordinator.per", "wrong", "192.0.2.1")).isEmpty();
        assertThat(waitAfterGuessing("coordinator.per", "192.0.2.1")).isGreaterThan(wait);
    }

    @Test
    void letsThePersonIn_whenStrangersGuessFromElsewhere() {
        assertThat(signIn.withPassword("coordinator.per", "demo", "198.51.100.7"))
                .isPresent();
        assertThat(waitAfterGuessing("coordinator.per", "192.0.2.1")).isPositive();
        assertThat(signIn.withPassword("coordinator.per", "demo", "198.51.100.7"))
                .isPresent();
    }

    @Test
    void letsThePersonIn_whenTheWaitIsOver() {
        long wait = waitAfterGuessing("coordinator.per", "192.0.2.1");
        time.pass(Duration.ofSeconds(wait + 1));
        assertThat(signIn.withPassword("coordinator.per", "demo", "192.0.2.1")).isPresent();
    }

    @Test
    void answers429WithTheSecondsToWait_whenThereWereTooManyAttempts() {
        waitAfterGuessing("coordinator.per", "127.0.0.1");
        jdbc.sql("update sign_in_attempt set next_allowed = next_allowed + interval '1 minute'")
                .update();
        HttpResponse<String> page = new Browser(port).signIn("coordinator.per", "demo");
        assertThat(page.statusCode()).isEqualTo(429);
        assertThat(page.headers().firstValue("Retry-After")).isPresent();
        HttpResponse<String> rest = new Browser(port)
                .json(
                        "POST",
                        "/api/v1/tokens",
                        "{\"username\":\"coordinator.per\",\"password\":\"demo\",\"label\":\"x\"}");
        assertThat(rest.statusCode()).isEqualTo(429);
        assertThat(rest.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
    }

    private long waitAfterGuessing(String username, String address) {
        for (int i = 0; i < 30; i++) {
            try {
                signIn.withPassword(username, "wrong" + i, address);
            } catch (TooManyAttempts refused) {
                return refused.seconds();
            }
        }
        return 0;
    }

    @Test
    void ends_whenUnusedForHalfAnHour() {
        Browser browser = signedIn("observer.arg");
        time.pass(Duration.ofMinutes(29));
        assertThat(browser.get("/profile").statusCode()).isEqualTo(200);
        time.pass(Duration.ofMinutes(29));
        assertThat(browser.get("/profile").statusCode()).isEqualTo(200);
        time.pass(Duration.ofMinutes(31));
        assertThat(browser.get("/profile").statusCode()).isEqualTo(303);
    }

    @Test
    void ends_whenTwelveHoursHavePassed() {
        Browser browser = signedIn("observer.arg");
        for (int i = 0; i < 28; i++) {
            time.pass(Duration.ofMinutes(25));
            assertThat(browser.get("/profile").statusCode()).isEqualTo(200);
        }
        time.pass(Duration.ofMinutes(25));
        assertThat(browser.get("/profile").statusCode()).isEqualTo(303);
    }

    @Test
    void goesOn_whenTheProductsClockMoves() {
        Browser browser = signedIn("observer.arg");
        Duration before = clock.offset();
        try {
            clock.shiftBy(before.plusDays(200));
            assertThat(browser.get("/profile").statusCode()).isEqualTo(200);
        } finally {
            clock.shiftBy(before);
        }
    }

    @Test
    void endsAtOnce_whenThePersonIsDeactivated() {
        Browser browser = signedIn("observer.brb");
        UUID id = people.byUsername("observer.brb").orElseThrow().id();
        Actor administrator = people.byUsername("administrator").orElseThrow();
        try {
            actor.runAs(administrator, () -> administration.setActive(id, false));
            assertThat(browser.get("/profile").statusCode()).isEqualTo(303);
            assertThat(signIn.withPassword("observer.brb", "demo", "192.0.2.9")).isEmpty();
        } finally {
            actor.runAs(administrator, () -> administration.setActive(id, true));
        }
    }

    @Test
    void endsOnTheServer_whenThePersonSignsOut() {
        Browser browser = signedIn("chair");
        String cookie = "session=" + browser.cookie("session").orElseThrow();
        HttpResponse<String> left = browser.post("/sign-out", Map.of());
        assertThat(left.headers().firstValue("Clear-Site-Data").orElse("")).contains("cookies");
        assertThat(new Browser(port).get("/profile", "Cookie", cookie).statusCode())
                .isEqualTo(303);
    }

    @Test
    void needsNoStatement_whenARequestFollowsAnother() {
        Browser browser = signedIn("chair");
        browser.get("/api/v1/me");
        transaction.executeWithoutResult(status -> {
            jdbc.sql("set local lock_timeout = '2s'").update();
            jdbc.sql("lock table web_session, account, account_role in access exclusive mode")
                    .update();
            assertThat(browser.get("/api/v1/me").statusCode()).isEqualTo(200);
        });
    }

    private Browser signedIn(String username) {
        Browser browser = new Browser(port);
        assertThat(browser.signIn(username, "demo").statusCode()).isBetween(302, 303);
        browser.get("/profile");
        return browser;
    }
}
