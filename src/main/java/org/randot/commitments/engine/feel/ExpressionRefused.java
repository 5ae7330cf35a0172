package org.randot.commitments.engine.feel;

/** Why an expression may not be evaluated; the code is a finding of the package check. */
public final class ExpressionRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String code;
    private final String argument;

    ExpressionRefused(String code, String argument) {
        super(code + " " + argument);
        this.code = code;
        this.argument = argument;
    }

    /** Stable, {@code FORM_FEEL_SYNTAX}. */
    public String code() {
        return code;
    }

    /** What the message inserts. */
    public String argument() {
        return argument;
    }
}
