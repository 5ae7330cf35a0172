package org.randot.commitments.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.randot.commitments.Browser;
import org.randot.commitments.IntegrationTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An administrator enters what a register says, and everybody reads it. */
@IntegrationTest
class TreatyPagesTests {
    private static final String REGISTER = "https://treaties.example.org/cifta";

    @LocalServerPort
    private int port;

    @Test
    void showsWhatWasEnteredToEverybody() {
        Browser administrator = signedIn("administrator");
        assertThat(administrator.get("/").body()).contains("/admin/treaties");
        administrator.get("/admin/treaties/JAM/CIFTA");
        HttpResponse<String> saved =
                administrator.post("/admin/treaties/JAM/CIFTA", entry("PARTY", "2002-05-01", REGISTER));
        assertThat(saved.statusCode()).isBetween(302, 303);
        assertThat(administrator.get("/admin/treaties/JAM").body())
                .contains("1 May 2002")
                .contains("administrator");
        for (String language : List.of("en", "es", "pt", "fr")) {
            assertThat(administrator.get("/admin/treaties/JAM?lang=" + language).body())
                    .doesNotContain("??");
            assertThat(administrator.get("/admin/treaties?lang=" + language).body())
                    .doesNotContain("??");
        }
        Browser reviewer = signedIn("reviewer.usa");
        assertThat(reviewer.get("/states/JAM").body()).contains(REGISTER);
        assertThat(reviewer.get("/api/v1/states/JAM/treaties").body())
                .contains("\"instrument\":\"CIFTA\",\"status\":\"PARTY\",\"since\":\"2002-05-01\"")
                .contains("\"instrument\":\"UNTOC\",\"status\":\"UNKNOWN\"")
                .doesNotContain("\"changedBy\":\"administrator\"");
        for (String told : List.of("administrator", "auditor")) {
            assertThat(signedIn(told).get("/api/v1/states/JAM/treaties").body())
                    .contains("\"changedBy\":\"administrator\"");
        }
    }

    @Test
    void keepsWhatWasTypedAndSaysWhatToDo_whenItCannotBeTaken() {
        Browser administrator = signedIn("administrator");
        administrator.get("/admin/treaties/JAM/TIP");
        HttpResponse<String> refused =
                administrator.post("/admin/treaties/JAM/TIP", entry("PARTY", "2002-05-01", "treaties.example.org"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("beginning with https://").contains("value=\"treaties.example.org\"");
    }

    @Test
    void refusesTheSecond_whenTwoProgramsChangeOneEntry() {
        Browser administrator = signedIn("administrator");
        String body =
                "{\"status\":\"SIGNATORY\",\"since\":\"2002-05-01\",\"sourceUrl\":\"" + REGISTER + "\",\"version\":0}";
        String[] token = {"X-CSRF-TOKEN", administrator.token()};
        HttpResponse<String> first = administrator.json("PUT", "/api/v1/states/JAM/treaties/SOM", body, token);
        assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
        HttpResponse<String> second = administrator.json("PUT", "/api/v1/states/JAM/treaties/SOM", body, token);
        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(second.body()).contains("reference.refusal.treaty.stale");
        assertThat(administrator
                        .json("PUT", "/api/v1/states/JAM/treaties/NATO", body, token)
                        .statusCode())
                .isEqualTo(404);
    }

    private static Map<String, String> entry(String status, String since, String source) {
        return Map.of(
                "status",
                status,
                "since",
                since,
                "sourceUrl",
                source,
                "reservation",
                "",
                "version",
                "0",
                "_lang",
                "en");
    }

    private Browser signedIn(String username) {
        Browser browser = new Browser(port);
        browser.signIn(username, "demo");
        browser.get("/");
        return browser;
    }
}
