package org.randot.commitments.shell;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Failures as RFC 9457 problem documents. */
@Component
class Problems {
    private static final String TYPE = "urn:randot:problem:";
    private final ObjectMapper json;

    Problems(ObjectMapper json) {
        this.json = json;
    }

    ResponseEntity<Object> answer(Failure failure, HttpServletRequest request) {
        var headers = new HttpHeaders();
        headers.addAll(failure.headers());
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        return ResponseEntity.status(failure.status()).headers(headers).body(document(failure, request));
    }

    /** For filters, which stand outside the reach of the advices. */
    void write(Failure failure, HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setStatus(failure.status());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding("UTF-8");
        json.writeValue(response.getOutputStream(), document(failure, request));
    }

    private static ProblemDetail document(Failure failure, HttpServletRequest request) {
        ProblemDetail problem = ProblemDetail.forStatus(failure.status());
        problem.setType(URI.create(TYPE + (failure.code().isEmpty() ? failure.status() : failure.code())));
        problem.setTitle(failure.title());
        problem.setDetail(failure.detail());
        problem.setInstance(URI.create(RestPaths.pathOf(request)));
        failure.details().forEach(problem::setProperty);
        if (!failure.code().isEmpty()) {
            problem.setProperty("code", failure.code());
        }
        if (failure.reference() != null) {
            problem.setProperty("reference", failure.reference());
        }
        return problem;
    }
}
