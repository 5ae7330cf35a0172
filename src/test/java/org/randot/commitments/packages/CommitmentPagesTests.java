package org.randot.commitments.packages;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.randot.commitments.Browser;
import org.randot.commitments.IntegrationTest;
import org.randot.commitments.shared.Text;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@IntegrationTest
class CommitmentPagesTests {
    @LocalServerPort
    int port;

    @Autowired
    Catalogue catalogue;

    private Commitment tracing =
            new Commitment("", "", 0, "", Text.of(""), "", Text.of(""), Text.of(""), false, "", List.of());
    private Browser browser = new Browser(0);

    @BeforeEach
    void signIn() {
        tracing = catalogue.all().stream()
                .filter(commitment -> commitment.key().equals("firearms-tracing"))
                .findFirst()
                .orElseThrow();
        browser = new Browser(port);
        browser.signIn("coordinator.arg", "demo");
    }

    @Test
    void listsEveryCommitment_whenAPersonIsSignedIn() {
        HttpResponse<String> page = browser.get("/commitments?lang=es");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains(tracing.code(), tracing.title().es(), "Los Estados se comprometen");
    }

    @Test
    void tellsWhatEachStageAsks_whenTheReaderReadsFrench() {
        HttpResponse<String> page = browser.get("/commitments/" + tracing.code() + "?lang=fr");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("540 jours avant le premier jour de la réunion", "data-diagram")
                .contains(tracing.stages().get(5).milestone().fr());
    }

    @Test
    void drawsTheProcess_whenTheReaderReadsPortuguese() {
        HttpResponse<String> diagram = browser.get("/commitments/" + tracing.code() + "/diagram.bpmn?lang=pt");

        assertThat(diagram.statusCode()).isEqualTo(200);
        assertThat(diagram.body())
                .contains(tracing.stages().get(1).title().pt())
                .doesNotContain("${");
    }

    @Test
    void answersNotFound_whenThereIsNoSuchCommitment() {
        assertThat(browser.get("/commitments/Z9").statusCode()).isEqualTo(404);
        assertThat(browser.get("/api/v1/commitments/Z9").statusCode()).isEqualTo(404);
    }

    @Test
    void answersStagesAndIndicators_whenAskedByRest() {
        HttpResponse<String> all = browser.get("/api/v1/commitments");
        HttpResponse<String> one = browser.get("/api/v1/commitments/" + tracing.code() + "?lang=es");

        assertThat(JsonPath.<List<String>>read(all.body(), "$.items[*].code")).contains(tracing.code());
        assertThat(JsonPath.<String>read(one.body(), "$.title"))
                .isEqualTo(tracing.title().es());
        assertThat(JsonPath.<Integer>read(one.body(), "$.stages.length()")).isEqualTo(6);
        assertThat(JsonPath.<String>read(one.body(), "$.indicators[0].name")).isNotEqualTo("Recovered firearms");
    }

    @Test
    void asksToSignIn_whenNobodyIs() {
        assertThat(new Browser(port).get("/commitments").statusCode()).isEqualTo(303);
        assertThat(new Browser(port).get("/api/v1/commitments").statusCode()).isEqualTo(401);
    }
}
