package org.randot.commitments.engine;

import java.util.List;

/**
 * What a check found in a file of a package (design.md 3).
 *
 * @param code stable, for example {@code SANDBOX_SCRIPT}; message key {@code finding.<code>} and remedy key {@code finding.<code>.remedy}
 * @param element BPMN id, form field or empty
 * @param line 1-based line in the file, 0 where unknown
 * @param arguments what the message inserts
 */
public record Finding(String code, Severity severity, String file, String element, int line, List<String> arguments) {
    /** ERROR stops deployment. */
    public enum Severity {
        ERROR,
        WARNING
    }

    public static Finding error(String code, String file, String element, int line, String... arguments) {
        return new Finding(code, Severity.ERROR, file, element, line, List.of(arguments));
    }
}
