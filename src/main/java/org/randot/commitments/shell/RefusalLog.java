package org.randot.commitments.shell;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.TreeMap;
import org.randot.commitments.identity.CurrentActor;
import org.randot.commitments.identity.SecurityLog;
import org.randot.commitments.shared.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerMapping;

/** Writes down who asked for what is not theirs: the route and the ids in it, never a secret (security.md 2). */
@Component
class RefusalLog {
    private static final int LONGEST = 80;
    private final SecurityLog log;
    private final CurrentActor actor;

    RefusalLog(SecurityLog log, CurrentActor actor) {
        this.log = log;
        this.actor = actor;
    }

    void heard(Exception exception, HttpServletRequest request) {
        if (exception instanceof Refusal refusal
                && (refusal.kind() == Refusal.Kind.ABSENT || refusal.kind() == Refusal.Kind.FORBIDDEN)) {
            log.bounded(
                    refusal.kind() == Refusal.Kind.ABSENT ? "absentAsked" : "actRefused",
                    "route",
                    request.getMethod() + " " + request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE),
                    "object",
                    ids(request),
                    "person",
                    actor.find().map(person -> person.id().toString()).orElse("-"),
                    "why",
                    refusal.key());
        }
    }

    private static String ids(HttpServletRequest request) {
        Map<String, String> ids = new TreeMap<>();
        if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> known) {
            known.forEach((name, value) -> {
                if (!"secret".equals(name)) {
                    ids.put(String.valueOf(name), String.valueOf(value));
                }
            });
        }
        String text = String.join(" ", ids.values());
        return text.isEmpty() ? "-" : text.substring(0, Math.min(LONGEST, text.length()));
    }
}
