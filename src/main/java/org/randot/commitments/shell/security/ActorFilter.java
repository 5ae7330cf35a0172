package org.randot.commitments.shell.security;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.randot.commitments.identity.Actor;
import org.randot.commitments.identity.CurrentActor;
import org.randot.commitments.identity.RightsAtCommit;
import org.randot.commitments.identity.Tokens;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The one place that says who acts in a request, and clears it when the request ends: by the bearer token on the REST interface, else by
 * the session. A token that is given and not good is refused, never replaced by the session.
 */
final class ActorFilter extends OncePerRequestFilter {
    private static final String BEARER = "Bearer ";

    private final CurrentActor current;
    private final Tokens tokens;
    private final WebSession sessions;
    private final AccessAnswers answers;
    private final RightsAtCommit rights;

    ActorFilter(
            CurrentActor current, Tokens tokens, WebSession sessions, AccessAnswers answers, RightsAtCommit rights) {
        this.current = current;
        this.tokens = tokens;
        this.sessions = sessions;
        this.answers = answers;
        this.rights = rights;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            act(request, response, chain);
        } finally {
            rights.forget();
        }
    }

    private void act(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Actor> actor;
        if (hasCredentials(request)) {
            actor = bearer(request);
            if (actor.isEmpty() && request.getDispatcherType() == DispatcherType.REQUEST) {
                answers.unknownToken(request, response);
                return;
            }
        } else {
            actor = sessions.actor(request);
        }
        if (OriginCheck.isReading(request)) {
            rights.forget();
        }
        actor.ifPresent(ActorFilter::authenticate);
        goOn(actor.orElse(Actor.ANONYMOUS), request, response, chain);
    }

    /** Whether the request carries its own credentials on the REST interface: then no cookie counts and no forgery is possible. */
    static boolean hasCredentials(HttpServletRequest request) {
        return AccessAnswers.isRest(request) && request.getHeader(HttpHeaders.AUTHORIZATION) != null;
    }

    private Optional<Actor> bearer(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? tokens.actor(header.substring(BEARER.length()).strip())
                : Optional.empty();
    }

    private static void authenticate(Actor actor) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new PersonAuthentication(actor));
        SecurityContextHolder.setContext(context);
    }

    private void goOn(Actor actor, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            current.runAs(actor, () -> {
                try {
                    chain.doFilter(request, response);
                } catch (IOException failure) {
                    throw new UncheckedIOException(failure);
                } catch (ServletException failure) {
                    throw new Carried(failure);
                }
            });
        } catch (UncheckedIOException carried) {
            throw carried.getCause();
        } catch (Carried carried) {
            throw carried.failure;
        }
    }

    /** Carries a checked exception through a lambda. */
    private static final class Carried extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final ServletException failure;

        Carried(ServletException failure) {
            super(failure);
            this.failure = failure;
        }
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }
}
