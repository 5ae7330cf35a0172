package org.randot.commitments.shell;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.randot.commitments.identity.Actor;
import org.randot.commitments.identity.CurrentActor;
import org.randot.commitments.shared.Language;
import org.springframework.mock.web.MockHttpServletRequest;

class RequestLanguageTests {
    private final CurrentActor actor = new CurrentActor();
    private final RequestLanguage language = new RequestLanguage(actor);

    @Test
    void followsTheAddress_whenItNamesALanguage() {
        assertThat(of(page().with("lang=fr"))).isEqualTo("fr");
        assertThat(of(rest().with("lang=fr"))).isEqualTo("fr");
    }

    @Test
    void followsTheChoiceKept_whenItIsAPage() {
        assertThat(of(page())).isEqualTo("pt");
    }

    @Test
    void followsTheHeader_whenItIsTheRestInterface() {
        assertThat(of(rest())).isEqualTo("es");
    }

    @Test
    void followsTheAccount_whenNothingElseIsSaid() {
        var request = new MockHttpServletRequest("GET", "/status");
        String tag = actor.callAs(
                new Actor(new UUID(7, 7), "x", "X", Set.of(), null, Language.FR),
                () -> language.resolveLocale(request).getLanguage());
        assertThat(tag).isEqualTo("fr");
    }

    @Test
    void isEnglish_whenTheLanguageIsNotOffered() {
        var request = new MockHttpServletRequest("GET", "/status");
        request.addHeader("Accept-Language", "de, nl;q=0.8");
        assertThat(language.resolveLocale(request).getLanguage()).isEqualTo("en");
        request.setQueryString("lang=de");
        assertThat(language.resolveLocale(request).getLanguage()).isEqualTo("en");
    }

    private String of(Asked asked) {
        return language.resolveLocale(asked).getLanguage();
    }

    private static Asked page() {
        return new Asked("/status");
    }

    private static Asked rest() {
        return new Asked("/api/v1/status");
    }

    /** With the cookie saying Portuguese and the header Spanish. */
    private static final class Asked extends MockHttpServletRequest {
        Asked(String path) {
            super("GET", path);
            setCookies(new Cookie("language", "pt"));
            addHeader("Accept-Language", "es-AR, en;q=0.5");
        }

        Asked with(String query) {
            setQueryString(query);
            return this;
        }
    }
}
