package org.randot.commitments.shared;

/** The actor sees the object but may not do this to it. */
public final class Forbidden extends Refusal {
    private static final long serialVersionUID = 1L;

    public Forbidden() {
        super(Kind.FORBIDDEN, "shared.forbidden");
    }
}
