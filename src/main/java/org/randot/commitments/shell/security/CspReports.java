package org.randot.commitments.shell.security;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import org.randot.commitments.identity.SecurityLog;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Browsers tell here what the policy of our pages stopped (security.md 6). Anybody can send anything: little is read, less is written
 * down, and only so much a minute.
 */
@Hidden
@Controller
class CspReports {
    static final String PATH = "/csp-reports";
    private static final int LARGEST = 16 * 1024;
    private static final int MOST = 5;
    private static final int LONGEST = 100;
    private static final JsonMapper JSON = new JsonMapper();

    private final SecurityLog log;

    CspReports(SecurityLog log) {
        this.log = log;
    }

    @PostMapping(PATH)
    ResponseEntity<Void> report(HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readNBytes(LARGEST + 1);
        if (body.length > LARGEST) {
            return ResponseEntity.status(HttpStatus.PAYLOAD_TOO_LARGE).build();
        }
        try {
            JsonNode sent = JSON.readTree(body);
            if (sent.isArray()) {
                for (int i = 0; i < Math.min(MOST, sent.size()); i++) {
                    JsonNode each = sent.path(i).path("body");
                    told(each, "effectiveDirective", "blockedURL", "documentURL");
                }
            } else {
                told(sent.path("csp-report"), "effective-directive", "blocked-uri", "document-uri");
            }
            return ResponseEntity.noContent().build();
        } catch (JsonProcessingException unreadable) {
            return ResponseEntity.badRequest().build();
        }
    }

    private void told(JsonNode report, String directive, String blocked, String document) {
        if (report.isObject()) {
            log.bounded(
                    "cspReport",
                    "directive",
                    cut(report.path(directive).asText()),
                    "blocked",
                    origin(report.path(blocked).asText()),
                    "page",
                    path(report.path(document).asText()));
        }
    }

    /** Where it would have come from, or a keyword such as {@code inline}; never a query. */
    private static String origin(String text) {
        URI uri = uri(text);
        return uri == null ? "-" : cut(uri.getHost() == null ? uri.getPath() : uri.getScheme() + "://" + uri.getHost());
    }

    /** The first part only: what follows may be a secret. */
    private static String path(String text) {
        URI uri = uri(text);
        String path = uri == null ? null : uri.getPath();
        return path == null ? "-" : cut(path.replaceFirst("^(/[^/]*).*$", "$1"));
    }

    private static @org.jspecify.annotations.Nullable URI uri(String text) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException unreadable) {
            return null;
        }
    }

    private static String cut(@org.jspecify.annotations.Nullable String text) {
        return text == null ? "-" : text.substring(0, Math.min(LONGEST, text.length()));
    }
}
