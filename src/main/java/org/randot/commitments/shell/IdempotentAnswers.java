package org.randot.commitments.shell;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** The answers given to writes with an {@code Idempotency-Key}, for two days. */
@Component
class IdempotentAnswers {
    private static final Duration KEPT = Duration.ofDays(2);

    private final JdbcClient jdbc;
    private final Clock clock;

    IdempotentAnswers(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Takes the key for this transaction; false when another request with it is being worked on, on whichever node. */
    boolean isMine(UUID actor, String key) {
        return jdbc.sql("select pg_try_advisory_xact_lock(hashtextextended(?, 7))")
                .param(actor + " " + key)
                .query(Boolean.class)
                .single();
    }

    Optional<Answer> given(UUID actor, String key) {
        return jdbc.sql("select request_hash, status, content_type, location, body from idempotent_answer"
                        + " where actor = ? and key = ?")
                .params(actor, key)
                .query((row, number) -> new Answer(
                        row.getString(1), row.getInt(2), row.getString(3), row.getString(4), row.getBytes(5)))
                .optional();
    }

    void keep(UUID actor, String key, Answer answer) {
        jdbc.sql("delete from idempotent_answer where answered_at < ?")
                .param(Timestamp.from(clock.instant().minus(KEPT)))
                .update();
        jdbc.sql(
                        "insert into idempotent_answer (actor, key, request_hash, status, content_type, location, body, answered_at)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        actor,
                        key,
                        answer.requestHash(),
                        answer.status(),
                        answer.contentType(),
                        answer.location(),
                        answer.body(),
                        Timestamp.from(clock.instant()))
                .update();
    }

    @SuppressWarnings("ArrayRecordComponent") // bytes pass through; answers are never compared
    record Answer(
            String requestHash,
            int status,
            @Nullable String contentType,
            @Nullable String location,
            byte[] body) {
        static Answer of(String requestHash, ContentCachingResponseWrapper response) {
            return new Answer(
                    requestHash,
                    response.getStatus(),
                    response.getContentType(),
                    response.getHeader(HttpHeaders.LOCATION),
                    response.getContentAsByteArray());
        }

        void writeTo(HttpServletResponse response) throws IOException {
            response.setStatus(status);
            if (contentType != null) {
                response.setContentType(contentType);
            }
            if (location != null) {
                response.setHeader(HttpHeaders.LOCATION, location);
            }
            response.getOutputStream().write(body);
        }
    }
}
