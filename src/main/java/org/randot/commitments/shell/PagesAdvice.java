package org.randot.commitments.shell;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.servlet.ModelAndView;

/** Whatever goes wrong on a page, and every request that no controller takes, is told on an error page; below {@code /api} by a problem document. */
@ControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class PagesAdvice {
    private final Failures failures;
    private final Problems problems;
    private final RefusalLog refusals;

    PagesAdvice(Failures failures, Problems problems, RefusalLog refusals) {
        this.failures = failures;
        this.problems = problems;
        this.refusals = refusals;
    }

    @ExceptionHandler
    Object tell(Exception exception, HttpServletRequest request, HttpServletResponse response) {
        refusals.heard(exception, request);
        Failure failure = failures.of(exception);
        if (RestPaths.isRest(request)) {
            return problems.answer(failure, request);
        }
        failure.headers().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        return page(failure, request, response);
    }

    ModelAndView page(Failure failure, HttpServletRequest request, HttpServletResponse response) {
        boolean part = request.getHeader("HX-Request") != null;
        if (part) {
            response.setHeader("HX-Retarget", "#alerts");
            response.setHeader("HX-Reswap", "innerHTML");
        }
        var page = new ModelAndView(part ? "error/page :: alert" : "error/page");
        page.setStatus(HttpStatusCode.valueOf(failure.status()));
        page.addObject("trouble", failures.trouble(failure));
        return page;
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
