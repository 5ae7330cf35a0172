package org.randot.commitments.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.randot.commitments.Browser;
import org.randot.commitments.IntegrationTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An administrator enters exchange rates, and everybody reads them. */
@IntegrationTest
class ExchangeRatePagesTests {
    @LocalServerPort
    private int port;

    @Test
    void showsWhatWasEntered() {
        Browser administrator = signedIn("administrator");
        assertThat(administrator.get("/").body()).contains("/admin/rates");
        administrator.get("/admin/rates/new");
        HttpResponse<String> saved = administrator.post("/admin/rates", entry("pen", "3.74", "0"));
        assertThat(saved.statusCode()).isBetween(302, 303);
        assertThat(administrator.get("/admin/rates").body())
                .contains("PEN", "3.74", "31 Dec 2023", "Central bank", "administrator");
        administrator.get("/admin/rates/PEN/2023");
        administrator.post("/admin/rates", entry("PEN", "3.75", "1"));
        HttpResponse<String> late = administrator.post("/admin/rates", entry("PEN", "3.76", "1"));
        assertThat(late.statusCode()).isEqualTo(422);
        assertThat(late.body()).contains("compare, and save again", "3.75", "value=\"3.76\"");
        for (String language : List.of("es", "pt", "fr", "en")) {
            for (String page : List.of("/admin/rates", "/admin/rates/new", "/admin/rates/PEN/2023")) {
                assertThat(administrator.get(page + "?lang=" + language).body()).doesNotContain("??");
            }
        }
        assertThat(signedIn("reviewer.usa").get("/api/v1/rates").body())
                .contains("\"currency\":\"PEN\",\"year\":2023,\"unitsPerUsd\":3.75,\"asOf\":\"2023-12-31\"")
                .doesNotContain("\"changedBy\":\"administrator\"");
        assertThat(signedIn("auditor").get("/api/v1/rates").body()).contains("\"changedBy\":\"administrator\"");
    }

    @Test
    void keepsWhatWasTypedAndSaysWhatToDo_whenItCannotBeTaken() {
        Browser administrator = signedIn("administrator");
        administrator.get("/admin/rates/new");
        HttpResponse<String> refused = administrator.post("/admin/rates", entry("GTQ", "7,83", "0"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Give how many units one US dollar cost", "value=\"7,83\"");
        assertThat(administrator.post("/admin/rates", entry("GTX", "7.83", "0")).body())
                .contains("Give the three capital letters");
    }

    @Test
    void refusesTheSecond_whenTwoProgramsEnterOneRate() {
        Browser administrator = signedIn("administrator");
        String body = "{\"unitsPerUsd\":24.6,\"asOf\":\"2023-12-31\",\"source\":\"Central bank\",\"version\":0}";
        String[] token = {"X-CSRF-TOKEN", administrator.token()};
        HttpResponse<String> first = administrator.json("PUT", "/api/v1/rates/HNL/2023", body, token);
        assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
        HttpResponse<String> second = administrator.json("PUT", "/api/v1/rates/HNL/2023", body, token);
        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(second.body()).contains("reference.refusal.rate.stale");
    }

    private static Map<String, String> entry(String currency, String units, String version) {
        return Map.of(
                "currency",
                currency,
                "year",
                "2023",
                "unitsPerUsd",
                units,
                "asOf",
                "2023-12-31",
                "source",
                "Central bank, average of the year",
                "version",
                version,
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
