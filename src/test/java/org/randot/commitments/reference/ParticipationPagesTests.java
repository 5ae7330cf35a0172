package org.randot.commitments.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.randot.commitments.Browser;
import org.randot.commitments.IntegrationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An administrator sees how every state takes part, and what a change does before it is made. */
@IntegrationTest
class ParticipationPagesTests {
    @LocalServerPort
    private int port;

    @Autowired
    private Participations participations;

    @Test
    void showsAllStatesByTheReadersAlphabet() {
        Browser administrator = administrator();
        assertThat(administrator.get("/").body()).contains("/admin/participation");
        for (String language : List.of("en", "es", "pt", "fr")) {
            String page =
                    administrator.get("/admin/participation?lang=" + language).body();
            assertThat(page).doesNotContain("??");
            assertThat(page.split("<th scope=\"row\"", -1)).hasSize(36);
            assertThat(administrator
                            .get("/admin/participation/NIC?lang=" + language)
                            .body())
                    .doesNotContain("??");
        }
        String spanish = administrator.get("/admin/participation?lang=es").body();
        assertThat(spanish.indexOf("Estados Unidos")).isLessThan(spanish.indexOf("Granada"));
        assertThat(spanish).contains("Denuncia de la Carta notificada").contains("19 nov");
        administrator.get("/?lang=en");
    }

    @Test
    void changesNothingUntilTheEffectWasSeen_whenItIsChanged() {
        Browser administrator = administrator();
        administrator.get("/admin/participation/CUB");
        var asked = administrator.post("/admin/participation/CUB", entry());
        assertThat(asked.statusCode()).isEqualTo(200);
        assertThat(asked.body()).contains("What happens on 1 January 2998").contains("Une note.");
        assertThat(participations.noted("CUB")).hasSize(1);

        Map<String, String> confirmed = entry();
        confirmed.put("confirmed", "true");
        assertThat(administrator.post("/admin/participation/CUB", confirmed).statusCode())
                .isBetween(302, 303);
        assertThat(participations.noted("CUB")).first().satisfies(noted -> {
            assertThat(noted.changedBy()).isEqualTo("administrator");
            assertThat(noted.carriedOut()).isFalse();
        });
        assertThat(administrator.get("/admin/participation/CUB").body())
                .contains("1 Jan 2998")
                .contains("to come");
        var twice = administrator.post("/admin/participation/CUB", confirmed);
        assertThat(twice.statusCode()).isEqualTo(422);
        assertThat(twice.body()).contains("has been noted for that day already");
    }

    @Test
    void keepsWhatWasTyped_whenALanguageIsMissing() {
        Browser administrator = administrator();
        administrator.get("/admin/participation/CUB");
        Map<String, String> incomplete = entry();
        incomplete.put("pt", " ");
        var refused = administrator.post("/admin/participation/CUB", incomplete);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("id=\"pt-error\"").contains("Une note.");
    }

    private static Map<String, String> entry() {
        return new HashMap<>(Map.of(
                "participation", "OBSERVER",
                "effectiveOn", "2998-01-01",
                "en", "A note.",
                "es", "Una nota.",
                "pt", "Uma nota.",
                "fr", "Une note.",
                "source", "Note verbale",
                "_lang", "en"));
    }

    private Browser administrator() {
        Browser browser = new Browser(port);
        browser.signIn("administrator", "demo");
        browser.get("/?lang=en");
        return browser;
    }
}
