package org.randot.commitments.forms;

/** Why an expression may not stand in a form. */
final class ExpressionRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String code;
    private final String argument;

    ExpressionRefused(String code, String argument) {
        super(code + " " + argument);
        this.code = code;
        this.argument = argument;
    }

    String code() {
        return code;
    }

    String argument() {
        return argument;
    }
}
