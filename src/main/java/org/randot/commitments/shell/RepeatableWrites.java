package org.randot.commitments.shell;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.randot.commitments.identity.Actor;
import org.randot.commitments.identity.CurrentActor;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * {@code Idempotency-Key}: a write under {@code /api/v1} is done once, and its answer is kept in the same transaction as what it wrote.
 * The same key and request get the same answer again; the key with another request is refused. Refused writes are not kept: they
 * changed nothing and may be tried again.
 */
class RepeatableWrites extends OncePerRequestFilter {
    static final String HEADER = "Idempotency-Key";
    private static final Pattern KEY = Pattern.compile("[\\x20-\\x7E]{1,200}");
    /** Making a token or a link is left out: the answer is a secret, which is never stored in the clear. */
    private static final String TOKENS = RestPaths.VERSION_1 + "/tokens";

    private static final String LINKS = "/links";

    private final CurrentActor current;
    private final IdempotentAnswers answers;
    private final TransactionTemplate transaction;
    private final Failures failures;
    private final Problems problems;

    RepeatableWrites(
            CurrentActor current,
            IdempotentAnswers answers,
            TransactionTemplate transaction,
            Failures failures,
            Problems problems) {
        this.current = current;
        this.answers = answers;
        this.transaction = transaction;
        this.failures = failures;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        return !request.getMethod().equals("POST")
                || !path.startsWith(RestPaths.VERSION_1 + "/")
                || path.startsWith(TOKENS)
                || path.endsWith(LINKS)
                || request.getHeader(HEADER) == null
                || current.find().isEmpty();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String key = request.getHeader(HEADER);
        if (!KEY.matcher(key).matches()) {
            problems.write(failures.of(400, "shell.problem.keyInvalid"), request, response);
            return;
        }
        HashedRequest hashed = HashedRequest.of(request);
        var buffered = new ContentCachingResponseWrapper(response);
        try {
            transaction.executeWithoutResult(status -> once(new Write(key, hashed, buffered, chain), status));
        } catch (Passed passed) {
            passed.rethrow();
        } catch (DataAccessException | TransactionException lost) {
            buffered.reset();
            problems.write(failures.of(lost), request, buffered);
        }
        buffered.copyBodyToResponse();
    }

    private record Write(
            String key, HashedRequest request, ContentCachingResponseWrapper response, FilterChain chain) {}

    private void once(Write write, TransactionStatus status) {
        UUID person = actor().id();
        try {
            if (!answers.isMine(person, write.key())) {
                problems.write(failures.of(409, "shell.problem.keyInProgress"), write.request(), write.response());
                return;
            }
            Optional<IdempotentAnswers.Answer> given = answers.given(person, write.key());
            if (given.isPresent()) {
                repeat(given.get(), write);
                return;
            }
            write.chain().doFilter(write.request(), write.response());
        } catch (IOException | ServletException failed) {
            throw new Passed(failed);
        }
        settle(write, status, person);
    }

    private void repeat(IdempotentAnswers.Answer given, Write write) throws IOException {
        if (given.requestHash().equals(write.request().hash())) {
            given.writeTo(write.response());
        } else {
            problems.write(failures.of(422, "shell.problem.keyReused"), write.request(), write.response());
        }
    }

    private void settle(Write write, TransactionStatus status, UUID person) {
        boolean done = write.response().getStatus() < 300;
        if (status.isRollbackOnly()) {
            status.setRollbackOnly(); // ends quietly: the answer to the failure is written already
            if (done) {
                throw new UncheckedIOException(new IOException("A write that was rolled back answered as if done"));
            }
        } else if (done) {
            answers.keep(
                    person,
                    write.key(),
                    IdempotentAnswers.Answer.of(write.request().hash(), write.response()));
        }
    }

    private Actor actor() {
        return current.get();
    }

    /** Carries a checked exception out of the transaction, which it rolls back. */
    private static final class Passed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Passed(Exception cause) {
            super(cause);
        }

        void rethrow() throws IOException, ServletException {
            if (getCause() instanceof IOException failed) {
                throw failed;
            }
            if (getCause() instanceof ServletException failed) {
                throw failed;
            }
            throw this;
        }
    }
}
