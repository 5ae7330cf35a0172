package org.randot.commitments.undertakings;

import org.randot.commitments.shared.Refusal;

/** An extension, a suspension or a reopening is not possible as asked. */
public final class LifecycleRefused extends Refusal {
    private static final long serialVersionUID = 1L;

    private LifecycleRefused(Kind kind, String what, Object... arguments) {
        super(kind, "undertakings.refusal." + what, arguments);
    }

    static LifecycleRefused rule(String what, Object... arguments) {
        return new LifecycleRefused(Kind.BROKEN_RULE, what, arguments);
    }

    static LifecycleRefused conflict(String what) {
        return new LifecycleRefused(Kind.CONFLICT, what);
    }
}
