package org.randot.commitments.shell;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** The last stop: what filters and the container refuse is told in the same words as what controllers refuse. */
@Hidden
@Controller
class ErrorPages implements ErrorController {
    private final Failures failures;
    private final Problems problems;
    private final PagesAdvice pages;

    ErrorPages(Failures failures, Problems problems, PagesAdvice pages) {
        this.failures = failures;
        this.problems = problems;
        this.pages = pages;
    }

    @RequestMapping("/error")
    Object tell(HttpServletRequest request, HttpServletResponse response) {
        Failure failure = failure(request);
        if (RestPaths.isRest(request)) {
            return problems.answer(failure, request);
        }
        return failure.status() == 401 ? "redirect:/sign-in" : pages.page(failure, request, response);
    }

    private Failure failure(HttpServletRequest request) {
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Exception exception) {
            return failures.of(exception);
        }
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        return failures.of(
                status instanceof Integer code ? code : 404); // asked for without an error: there is no such page
    }
}
