package org.randot.commitments.shared;

/**
 * A "no" that the reader can act upon: a rule of the domain says that this may not be done. Refused before anything
 * is changed, so that a transaction survives it (see {@link ModuleApi}).
 */
public abstract class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** How the refusal is answered over HTTP. */
    public enum Kind {
        /** 404: absent, or not to be known. */
        ABSENT(404),
        /** 403: the actor may not do this to an object that is theirs to see. */
        FORBIDDEN(403),
        /** 409: somebody else was faster; the current state goes along. */
        CONFLICT(409),
        /** 422: a rule is broken. */
        BROKEN_RULE(422),
        /** 413: too much. */
        TOO_LARGE(413),
        /** 415: not a type we take. */
        UNSUPPORTED(415),
        /** 429: too often. */
        TOO_OFTEN(429);

        private final int status;

        Kind(int status) {
            this.status = status;
        }

        public int status() {
            return status;
        }
    }

    private final Kind kind;
    private final String key;
    private final transient Object[] arguments;

    /**
     * @param key message key, also the stable code in REST answers
     * @param arguments what the message inserts
     */
    protected Refusal(Kind kind, String key, Object... arguments) {
        super(key, null, false, true);
        this.kind = kind;
        this.key = key;
        this.arguments = arguments.clone();
    }

    public Kind kind() {
        return kind;
    }

    public String key() {
        return key;
    }

    public Object[] arguments() {
        return arguments.clone();
    }
}
