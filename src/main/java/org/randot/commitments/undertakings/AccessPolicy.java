package org.randot.commitments.undertakings;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.identity.Actor;
import org.randot.commitments.identity.Role;
import org.randot.commitments.shared.Absent;
import org.randot.commitments.shared.Forbidden;
import org.springframework.stereotype.Component;

/** Who may do what with undertakings, tasks, drafts and evidence (security.md 2). The row-level scope of the database is the second wall. */
@Component
class AccessPolicy {
    private static final Set<Role> READERS_OF_EVERY_STATE =
            Set.of(Role.CHS_REVIEWER, Role.CHS_CHAIR, Role.TECHNICAL_SECRETARIAT, Role.AUDITOR, Role.ADMINISTRATOR);

    /** The states whose undertakings the actor may know of: a code, {@code *} for all, or nothing. */
    Optional<String> scope(Actor actor) {
        if (actor.isSystem() || actor.roles().stream().anyMatch(READERS_OF_EVERY_STATE::contains)) {
            return Optional.of("*");
        }
        return isOfTheState(actor) ? Optional.ofNullable(actor.state()) : Optional.empty();
    }

    private static boolean isOfTheState(Actor actor) {
        return actor.is(Role.NATIONAL_COORDINATOR) || actor.is(Role.PERMANENT_MISSION_OBSERVER);
    }

    /** @throws Absent when the actor may not know of anything of this state */
    void requireSight(Actor actor, String state) {
        String scope = scope(actor).orElseThrow(Absent::new);
        if (!scope.equals("*") && !scope.equals(state)) {
            throw new Absent();
        }
    }

    /** What was handed in: everybody who sees the undertaking, but an administrator without another role. */
    void requireSightOfSubmissions(Actor actor, String state) {
        requireSight(actor, state);
        if (!actor.isSystem() && actor.roles().equals(Set.of(Role.ADMINISTRATOR))) {
            throw new Forbidden();
        }
    }

    /** A contributor knows what was given to the person, and nothing else of the state. */
    boolean contributes(Actor actor, String state) {
        return actor.isNational()
                && actor.is(Role.NATIONAL_CONTRIBUTOR)
                && !actor.is(Role.NATIONAL_COORDINATOR)
                && state.equals(actor.state());
    }

    /** Drafts and their evidence are the coordinator's own. */
    boolean ownsDrafts(Actor actor, String state) {
        return actor.isNational() && actor.is(Role.NATIONAL_COORDINATOR) && state.equals(actor.state());
    }

    /**
     * @throws Absent for another state's
     * @throws Forbidden for everybody but the coordinator
     */
    void requireCoordinator(Actor actor, String state) {
        requireSight(actor, state);
        if (!ownsDrafts(actor, state)) {
            throw new Forbidden();
        }
    }

    /** What a review does to a stage: never by somebody of the state itself (domain.md 1.4 a). */
    void requireReview(Actor actor, String state) {
        requireSight(actor, state);
        if (actor.isSystem()) {
            return;
        }
        boolean reviews =
                actor.is(Role.CHS_REVIEWER) || actor.is(Role.CHS_CHAIR) || actor.is(Role.TECHNICAL_SECRETARIAT);
        if (!reviews || isHome(actor.state(), state)) {
            throw new Forbidden();
        }
    }

    /** Where a submission stands: moved along by the coordinator's own submission, a reviewer, or a timer. */
    void requireReviewStep(Actor actor, String state) {
        if (!ownsDrafts(actor, state)) {
            requireReview(actor, state);
        }
    }

    /** Those who name reviewers. */
    void requireAssigner(Actor actor, String state) {
        requireSight(actor, state);
        if (!actor.isSystem() && !actor.isAny(Role.CHS_CHAIR, Role.TECHNICAL_SECRETARIAT)) {
            throw new Forbidden();
        }
    }

    /** Acts of the chair on an undertaking; never on that of the own state. */
    void requireChair(Actor actor, String state) {
        requireSight(actor, state);
        if (!mayChair(actor, state)) {
            throw new Forbidden();
        }
    }

    boolean mayChair(Actor actor, String state) {
        return actor.is(Role.CHS_CHAIR) && !isHome(actor.state(), state);
    }

    private static boolean isHome(@Nullable String home, String state) {
        return state.equals(home);
    }

    void requireAdministrator(Actor actor) {
        if (!actor.isSystem() && !actor.is(Role.ADMINISTRATOR)) {
            throw new Forbidden();
        }
    }
}
