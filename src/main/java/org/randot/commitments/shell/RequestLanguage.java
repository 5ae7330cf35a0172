package org.randot.commitments.shell;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.identity.CurrentActor;
import org.randot.commitments.shared.Language;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/**
 * Which language an answer is in. {@code ?lang=} decides on any request; then pages follow the choice kept in a cookie (sign-in
 * sets it to the account's language), the REST interface follows {@code Accept-Language}; then the account, then the browser.
 */
@Component("localeResolver")
class RequestLanguage implements LocaleResolver {
    static final String PARAMETER = "lang";
    private static final String COOKIE = "language";
    private static final List<Locale> OFFERED =
            Arrays.stream(Language.values()).map(Language::locale).toList();

    private final CurrentActor actor;

    RequestLanguage(CurrentActor actor) {
        this.actor = actor;
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return asked(request)
                .or(() -> RestPaths.isRest(request) ? accepted(request) : kept(request))
                .or(this::ofAccount)
                .or(() -> accepted(request))
                .orElse(Language.EN)
                .locale();
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        if (response != null && locale != null) {
            keep(Language.of(locale), request, response);
        }
    }

    /** Keeps a choice for the pages to come. */
    static void keep(Language language, HttpServletRequest request, HttpServletResponse response) {
        ResponseCookie cookie = ResponseCookie.from(COOKIE, language.tag())
                .path("/")
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .maxAge(Duration.ofDays(365))
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    static Optional<Language> asked(HttpServletRequest request) {
        // only the query: reading a parameter of a post would read its body too
        String query = request.getQueryString();
        if (query == null || !query.contains(PARAMETER + "=")) {
            return Optional.empty();
        }
        return Arrays.stream(query.split("&"))
                .filter(part -> part.startsWith(PARAMETER + "="))
                .map(part -> part.substring(PARAMETER.length() + 1))
                .flatMap(tag -> ofTag(tag).stream())
                .findFirst();
    }

    private static Optional<Language> kept(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(COOKIE))
                        .flatMap(cookie -> ofTag(cookie.getValue()).stream())
                        .findFirst();
    }

    private Optional<Language> ofAccount() {
        return actor.find().map(person -> person.language());
    }

    private static Optional<Language> accepted(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
        if (header == null) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(Locale.lookup(Locale.LanguageRange.parse(header), OFFERED))
                    .map(Language::of);
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<Language> ofTag(String tag) {
        return Arrays.stream(Language.values())
                .filter(language -> language.tag().equalsIgnoreCase(tag))
                .findFirst();
    }
}
