package org.randot.commitments.shell.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.identity.PublicUrl;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/** A changing request that a browser sends must come from our own pages: the second wall beside the token against forged requests. */
final class OriginCheck extends OncePerRequestFilter {
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
    private static final Set<String> OURS = Set.of("same-origin", "none");

    private final PublicUrl url;
    private final AccessAnswers answers;

    OriginCheck(PublicUrl url, AccessAnswers answers) {
        this.url = url;
        this.answers = answers;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isReading(request) || ActorFilter.hasCredentials(request) || isOurs(request)) {
            chain.doFilter(request, response);
        } else {
            answers.forbidden(request, response, "foreignOrigin");
        }
    }

    static boolean isReading(HttpServletRequest request) {
        return READING.contains(request.getMethod());
    }

    private boolean isOurs(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        return (site == null || OURS.contains(site)) && (origin == null || origin.equals(expected(request)));
    }

    private @Nullable String expected(HttpServletRequest request) {
        return url.origin().isEmpty()
                ? request.getScheme() + "://" + request.getHeader(HttpHeaders.HOST)
                : url.origin();
    }
}
