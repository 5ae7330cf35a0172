package org.randot.commitments.shell.security;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.identity.CurrentActor;
import org.randot.commitments.identity.SecurityLog;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.UriComponentsBuilder;

/** How the chain says no: a problem document to programs, the sign-in page to people, and to htmx where to go. Each no is logged. */
@Component
class AccessAnswers implements AuthenticationEntryPoint, AccessDeniedHandler {
    private final MessageSource messages;
    private final LocaleResolver locales;
    private final KeptPosts keptPosts;
    private final WebSession sessions;
    private final CurrentActor actor;
    private final SecurityLog log;
    private final ObjectMapper json;

    AccessAnswers(
            MessageSource messages,
            LocaleResolver locales,
            KeptPosts keptPosts,
            WebSession sessions,
            CurrentActor actor,
            SecurityLog log,
            ObjectMapper json) {
        this.messages = messages;
        this.locales = locales;
        this.keptPosts = keptPosts;
        this.sessions = sessions;
        this.actor = actor;
        this.log = log;
        this.json = json;
    }

    static boolean isRest(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.startsWith("/api/") || path.equals("/api") || path.startsWith("/v3/api-docs");
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        if (isRest(request)) {
            problem(request, response, HttpStatus.UNAUTHORIZED);
        } else if (request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Redirect", signIn(request, currentPage(request)));
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
        } else {
            String target = "GET".equals(request.getMethod()) ? pathOf(request) : currentPage(request);
            response.setStatus(HttpStatus.SEE_OTHER.value());
            response.setHeader(HttpHeaders.LOCATION, signIn(request, target));
        }
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException {
        forbidden(request, response, why.getClass().getSimpleName());
    }

    void unknownToken(HttpServletRequest request, HttpServletResponse response) throws IOException {
        log.bounded("tokenRefused", "path", request.getRequestURI());
        problem(request, response, HttpStatus.UNAUTHORIZED);
    }

    void forbidden(HttpServletRequest request, HttpServletResponse response, String why) throws IOException {
        log.bounded(
                "accessRefused",
                "path",
                request.getRequestURI(),
                "person",
                actor.find().map(person -> person.id().toString()).orElse("-"),
                "why",
                why);
        if (isRest(request)) {
            problem(request, response, HttpStatus.FORBIDDEN);
        } else {
            response.sendError(HttpStatus.FORBIDDEN.value());
        }
    }

    private void problem(HttpServletRequest request, HttpServletResponse response, HttpStatus status)
            throws IOException {
        Locale locale = locales.resolveLocale(request);
        String key = "shell.error." + status.value();
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "about:blank");
        body.put("title", messages.getMessage(key + ".title", null, status.getReasonPhrase(), locale));
        body.put("status", status.value());
        body.put("detail", messages.getMessage(key + ".detail", null, "", locale));
        body.put("instance", request.getRequestURI());
        if (status == HttpStatus.UNAUTHORIZED) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        json.writeValue(response.getOutputStream(), body);
    }

    private String signIn(HttpServletRequest request, String target) {
        UriComponentsBuilder url = UriComponentsBuilder.fromPath("/sign-in").queryParam("target", "{target}");
        Optional<String> kept = sessions.lastPerson(request).flatMap(person -> keptPosts.keep(request, person));
        kept.ifPresent(key -> url.queryParam("kept", key));
        return url.encode().buildAndExpand(target).toUriString();
    }

    private static String pathOf(HttpServletRequest request) {
        String query = request.getQueryString();
        return request.getRequestURI() + (query == null ? "" : "?" + query);
    }

    /** The page that the person sees, of which the request is a part or which holds the form. */
    private static String currentPage(HttpServletRequest request) {
        String page = request.getHeader("HX-Current-URL");
        return pathOf(page == null ? request.getHeader(HttpHeaders.REFERER) : page);
    }

    private static String pathOf(@Nullable String url) {
        try {
            URI uri = url == null ? null : URI.create(url);
            String path = uri == null ? null : uri.getRawPath();
            if (uri == null || path == null || path.isEmpty()) {
                return "/";
            }
            return path + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
        } catch (IllegalArgumentException unreadable) {
            return "/";
        }
    }
}
