package org.randot.commitments.shell;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/** Whatever goes wrong in the REST interface is answered by a problem document. */
@RestControllerAdvice(annotations = RestController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class RestAdvice {
    private final Failures failures;
    private final Problems problems;
    private final RefusalLog refusals;

    RestAdvice(Failures failures, Problems problems, RefusalLog refusals) {
        this.failures = failures;
        this.problems = problems;
        this.refusals = refusals;
    }

    @ExceptionHandler
    ResponseEntity<Object> tell(Exception exception, HttpServletRequest request) {
        refusals.heard(exception, request);
        return problems.answer(failures.of(exception), request);
    }

    /** The security chain answers these itself. */
    @ExceptionHandler({AccessDeniedException.class, AuthenticationException.class})
    void pass(RuntimeException security) {
        throw security;
    }

    /** The reader has gone: nobody is there to be told. */
    @ExceptionHandler
    void gone(AsyncRequestNotUsableException gone) {}
}
