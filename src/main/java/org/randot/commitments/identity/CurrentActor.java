package org.randot.commitments.identity;

import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** The actor of the current thread, with its data scope. Set once per request by the security chain, and by background work that names itself. */
@Component
public class CurrentActor {
    private static final ThreadLocal<Actor> CURRENT = new ThreadLocal<>();

    /** @throws IllegalStateException when nobody is set: a bug, never shown to a person */
    public Actor get() {
        Actor actor = CURRENT.get();
        if (actor == null || actor.isAnonymous()) {
            throw new IllegalStateException("No actor on this thread");
        }
        return actor;
    }

    /** The person who is signed in; empty on public pages and in background work without a person. */
    public Optional<Actor> find() {
        return Optional.ofNullable(CURRENT.get()).filter(actor -> !actor.isAnonymous() && !actor.isSystem());
    }

    /** Runs work as this person, with the person's data scope, and puts the former actor back. */
    public <T> T callAs(Actor actor, Supplier<T> work) {
        Actor before = CURRENT.get();
        CURRENT.set(actor);
        try {
            return actor.scope().call(work);
        } finally {
            if (before == null) {
                CURRENT.remove();
            } else {
                CURRENT.set(before);
            }
        }
    }

    public void runAs(Actor actor, Runnable work) {
        callAs(actor, () -> {
            work.run();
            return true;
        });
    }

    /** The actor, or {@link Actor#SYSTEM} on a thread of the engine or a scheduler; {@link Actor#ANONYMOUS} before sign-in. */
    public Actor orSystem() {
        Actor actor = CURRENT.get();
        return actor == null ? Actor.SYSTEM : actor;
    }
}
