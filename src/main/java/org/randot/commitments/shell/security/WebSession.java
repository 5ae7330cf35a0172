package org.randot.commitments.shell.security;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.randot.commitments.identity.Actor;
import org.randot.commitments.identity.PublicUrl;
import org.randot.commitments.identity.Sessions;
import org.randot.commitments.identity.SignedIn;
import org.springframework.stereotype.Component;

/** The person of a browser's session. Only people who signed in have a session, and a new one for each sign-in. */
@Component
class WebSession {
    private final Sessions sessions;
    private final PublicUrl url;

    WebSession(Sessions sessions, PublicUrl url) {
        this.sessions = sessions;
        this.url = url;
    }

    /** Ends a session that is no longer good: the person left, or password, role or state changed. */
    Optional<Actor> actor(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(Sessions.PERSON) instanceof UUID person)) {
            return Optional.empty();
        }
        int stamp = session.getAttribute(Sessions.STAMP) instanceof Integer number ? number : 0;
        Optional<Actor> actor = sessions.actor(new SignedIn(person, stamp));
        if (actor.isEmpty()) {
            session.invalidate();
        }
        return actor;
    }

    void begin(HttpServletRequest request, SignedIn signedIn) {
        end(request);
        HttpSession session = request.getSession(true);
        session.setAttribute(Sessions.PERSON, signedIn.person());
        session.setAttribute(Sessions.STAMP, signedIn.stamp());
        sessions.forgetOld();
    }

    void end(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }

    /** Whose session the browser's cookie was, when it has ended within the last day. */
    Optional<UUID> lastPerson(HttpServletRequest request) {
        return cookie(request).map(Cookie::getValue).flatMap(sessions::lastPerson);
    }

    boolean isCookiePresent(HttpServletRequest request) {
        return cookie(request).isPresent();
    }

    private Optional<Cookie> cookie(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        String name = url.isSecure() ? "__Host-session" : "session";
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(name))
                        .findFirst();
    }
}
