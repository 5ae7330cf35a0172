package org.randot.commitments.reference.rest;

import jakarta.servlet.http.HttpServletRequest;

/** Who entered something is the business of those who administer and audit; everybody else reads what was entered. */
final class Persons {
    private Persons() {}

    static boolean areToldTo(HttpServletRequest reader) {
        return reader.isUserInRole("ADMINISTRATOR") || reader.isUserInRole("AUDITOR");
    }
}
