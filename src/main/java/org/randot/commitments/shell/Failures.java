package org.randot.commitments.shell;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import jakarta.persistence.OptimisticLockException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.shared.Detailed;
import org.randot.commitments.shared.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindException;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingRequestValueException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;

/** The one place that says what an exception means to the outside. */
@Component
class Failures {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Set<Integer> TOLD = Set.of(400, 401, 403, 404, 405, 406, 409, 413, 415, 422, 429, 500, 503);

    private final MessageSource messages;

    Failures(MessageSource messages) {
        this.messages = messages;
    }

    Failure of(Exception exception) {
        if (exception instanceof Refusal refusal) {
            return of(refusal);
        }
        if (exception instanceof BindException rejected) {
            return failure(422, Map.of("errors", errors(rejected.getBindingResult())));
        }
        if (exception instanceof HttpMessageNotReadableException unreadable) {
            return of(unreadable);
        }
        if (exception instanceof TypeMismatchException mismatch) {
            return of(mismatch);
        }
        if (isLostRace(exception)) {
            return of(409);
        }
        if (exception instanceof MissingRequestValueException missing && !missing.isMissingAfterConversion()) {
            return of(400);
        }
        if (exception instanceof ErrorResponse known) {
            return failure(known.getStatusCode().value(), Map.of(), known.getHeaders());
        }
        if (exception instanceof MultipartException) {
            return of(400);
        }
        return unexpected(exception);
    }

    Failure of(int status) {
        return failure(status, Map.of());
    }

    /** A broken rule of the shell itself. */
    Failure of(int status, String key, Object... arguments) {
        return new Failure(status, key, title(status), text(key, arguments), Map.of(), HttpHeaders.EMPTY, null);
    }

    private Failure of(Refusal refusal) {
        int status = statusOf(refusal.kind());
        Map<String, Object> details = refusal instanceof Detailed detailed ? detailed.details() : Map.of();
        String detail = text(refusal.key(), refusal.arguments());
        return new Failure(status, refusal.key(), title(status), detail, details, HttpHeaders.EMPTY, null);
    }

    static int statusOf(Refusal.Kind kind) {
        return kind.status();
    }

    private Failure of(HttpMessageNotReadableException unreadable) {
        if (unreadable.getCause() instanceof UnrecognizedPropertyException unknown) {
            String message = text("shell.problem.unknownField", unknown.getPropertyName());
            var error = new FieldProblem(pointer(unknown), "UNKNOWN_FIELD", message, "ERROR");
            return new Failure(400, "", title(400), message, Map.of("errors", List.of(error)), HttpHeaders.EMPTY, null);
        }
        return new Failure(400, "", title(400), text("shell.problem.unreadable"), Map.of(), HttpHeaders.EMPTY, null);
    }

    private Failure of(TypeMismatchException mismatch) {
        boolean inPath = mismatch instanceof MethodArgumentTypeMismatchException argument
                && argument.getParameter().hasParameterAnnotation(PathVariable.class);
        if (inPath) {
            return of(404); // nothing can have such an id
        }
        String name = mismatch.getPropertyName();
        String detail = text("shell.problem.parameter", name == null ? "?" : name);
        return new Failure(400, "", title(400), detail, Map.of(), HttpHeaders.EMPTY, null);
    }

    private static boolean isLostRace(Exception exception) {
        return exception instanceof OptimisticLockingFailureException
                || exception instanceof OptimisticLockException
                || exception instanceof PessimisticLockingFailureException
                || exception instanceof DuplicateKeyException
                || exception instanceof QueryTimeoutException;
    }

    private Failure unexpected(Exception exception) {
        String reference = HexFormat.of().formatHex(randomBytes());
        LOG.error("Unexpected failure, reference {}", reference, exception);
        return new Failure(500, "", title(500), text("shell.error.500.detail"), Map.of(), HttpHeaders.EMPTY, reference);
    }

    private static byte[] randomBytes() {
        byte[] bytes = new byte[5];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    private Failure failure(int status, Map<String, Object> details) {
        return failure(status, details, HttpHeaders.EMPTY);
    }

    private Failure failure(int status, Map<String, Object> details, HttpHeaders headers) {
        return new Failure(
                status, "", title(status), text("shell.error." + told(status) + ".detail"), details, headers, null);
    }

    /** What was kept, and how to go on: for pages. */
    Trouble trouble(Failure failure) {
        boolean ours = failure.status() >= 500;
        String next = ours ? "server" : failure.status() == 409 ? "conflict" : "request";
        return new Trouble(
                failure.title(),
                failure.detail(),
                text("shell.error.kept." + (ours ? "server" : "request")),
                text("shell.error.next." + next),
                failure.reference());
    }

    private String title(int status) {
        return text("shell.error." + told(status) + ".title");
    }

    private static int told(int status) {
        return TOLD.contains(status) ? status : status < 500 ? 400 : 500;
    }

    String text(String key, @Nullable Object... arguments) {
        Locale locale = LocaleContextHolder.getLocale();
        String text = messages.getMessage(key, arguments, key, locale);
        return text == null ? key : text;
    }

    private List<FieldProblem> errors(BindingResult result) {
        Locale locale = LocaleContextHolder.getLocale();
        return result.getAllErrors().stream()
                .map(error -> new FieldProblem(
                        error instanceof FieldError field ? pointer(field.getField()) : "",
                        error.getCode() == null ? "INVALID" : error.getCode(),
                        messages.getMessage(error, locale),
                        "ERROR"))
                .toList();
    }

    /** {@code marks[0].text} as a JSON pointer: {@code /marks/0/text}. */
    static String pointer(String path) {
        return "/" + path.replace("].", "/").replace("]", "").replace('[', '/').replace('.', '/');
    }

    private static String pointer(JsonProcessingException problem) {
        var pointer = new StringBuilder();
        if (problem instanceof UnrecognizedPropertyException unknown) {
            unknown.getPath()
                    .forEach(step -> pointer.append('/')
                            .append(
                                    step.getFieldName() == null
                                            ? String.valueOf(step.getIndex())
                                            : step.getFieldName()));
        }
        return pointer.toString();
    }

    /** One finding of an input, as the REST contract tells it. */
    record FieldProblem(String field, String code, String message, String severity) {}
}
