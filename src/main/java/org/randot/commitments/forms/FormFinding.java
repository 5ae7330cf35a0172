package org.randot.commitments.forms;

/**
 * What is wrong or worth a word in a filled form.
 *
 * @param field JSON pointer into the values ({@code /cooperation/2/n}); empty for the form as a whole
 * @param code stable, for example {@code REQUIRED} or a rule's own code {@code SUBMITTED_GT_RECOVERED}
 * @param message in the reader's language
 */
public record FormFinding(String field, String code, Severity severity, String message) {
    /** ERROR blocks submission, WARNING needs a comment, INFO informs (domain.md 5, 6). */
    public enum Severity {
        ERROR,
        WARNING,
        INFO
    }
}
