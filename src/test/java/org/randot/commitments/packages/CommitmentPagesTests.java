package org.randot.commitments.packages;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.randot.commitments.Browser;
import org.randot.commitments.IntegrationTest;
import org.randot.commitments.identity.CurrentActor;
import org.randot.commitments.identity.People;
import org.randot.commitments.reference.Cycles;
import org.randot.commitments.shared.Text;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.util.HtmlUtils;

@IntegrationTest
class CommitmentPagesTests {
    @LocalServerPort
    int port;

    @Autowired
    Catalogue catalogue;

    @Autowired
    Cycles cycles;

    @Autowired
    People people;

    @Autowired
    CurrentActor currentActor;

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

    /** A form's question in a section of a stage of every commitment, dates of the calendar, and indicators, in the reader's language. */
    @Test
    void printsWhatEveryCommitmentAsks_givenFourLanguages() {
        if (cycles.current().meetingDate() == null) {
            currentActor.runAs(
                    people.byUsername("administrator").orElseThrow(),
                    () -> cycles.moveMeetingDate(
                            cycles.current().code(), LocalDate.of(2026, 10, 15), "test", "test", true));
        }
        for (String language : List.of("en", "es", "pt", "fr")) {
            HttpResponse<String> page = browser.get("/commitments/print?lang=" + language);

            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).doesNotContain("??", "${");
            assertThat(catalogue.all()).allSatisfy(commitment -> {
                String title = HtmlUtils.htmlEscape(commitment.title().in(Locale.forLanguageTag(language)), "UTF-8");
                assertThat(page.body()).contains("id=\"" + commitment.code() + "\"", title);
                commitment.stages().forEach(stage -> assertThat(page.body()).contains(stage.milestoneCode()));
            });
        }
        assertThat(browser.get("/commitments/print?lang=es&commitment=" + tracing.code())
                        .body())
                .contains("Armas de fuego recuperadas", tracing.code() + "-I1")
                .contains("2025: ")
                .doesNotContain("id=\"C2\"");
        assertThat(browser.get("/commitments/print?commitment=Z9").statusCode()).isEqualTo(404);
        assertThat(browser.get("/commitments").body()).contains("/commitments/print");
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
