package org.randot.commitments.shared;

/** There is no such thing, or the actor may not know of it: the same answer for both (security.md 2). */
public final class Absent extends Refusal {
    private static final long serialVersionUID = 1L;

    public Absent() {
        super(Kind.ABSENT, "shared.absent");
    }
}
