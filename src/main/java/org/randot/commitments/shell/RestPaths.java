package org.randot.commitments.shell;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;

/** Where the REST interface begins and pages end. */
final class RestPaths {
    static final String VERSION_1 = "/api/v1";

    private RestPaths() {}

    static boolean isRest(HttpServletRequest request) {
        String path = pathOf(request);
        return path.startsWith("/api/") || path.equals("/api") || path.startsWith("/v3/api-docs");
    }

    /** The path that was asked for, also while an error is being answered. */
    static String pathOf(HttpServletRequest request) {
        Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return failed == null ? request.getRequestURI() : failed.toString();
    }
}
