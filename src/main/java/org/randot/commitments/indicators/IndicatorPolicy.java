package org.randot.commitments.indicators;

import java.util.Optional;
import org.randot.commitments.identity.Actor;
import org.randot.commitments.identity.Role;
import org.randot.commitments.shared.Absent;
import org.springframework.stereotype.Component;

/** Values of a state are read by whoever reads what it handed in; everybody reads definitions and what stands for all states. */
@Component
class IndicatorPolicy {
    /** A code, {@code *} for all states, or nothing. */
    Optional<String> scope(Actor actor) {
        if (actor.isSystem()
                || actor.isAny(Role.CHS_REVIEWER, Role.CHS_CHAIR, Role.TECHNICAL_SECRETARIAT, Role.AUDITOR)) {
            return Optional.of("*");
        }
        return actor.isAny(Role.NATIONAL_COORDINATOR, Role.PERMANENT_MISSION_OBSERVER)
                ? Optional.ofNullable(actor.state())
                : Optional.empty();
    }

    boolean mayRead(Actor actor, String state) {
        return scope(actor)
                .filter(scope -> scope.equals("*") || scope.equals(state))
                .isPresent();
    }

    /** @throws Absent when the actor may not know of this state's values */
    void requireState(Actor actor, String state) {
        if (!mayRead(actor, state)) {
            throw new Absent();
        }
    }
}
