package org.randot.commitments.identity;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.shared.DataScope;
import org.randot.commitments.shared.Language;

/**
 * Who acts: the person, with the rights read from the database for this request.
 *
 * @param state the state the person belongs to (national roles) or that nominated the person (reviewers); null for none
 */
public record Actor(
        UUID id,
        String username,
        String name,
        Set<Role> roles,
        @Nullable String state,
        Language language) {
    /** Background work: timers, projections, the demonstration's own steps. */
    public static final Actor SYSTEM =
            new Actor(new UUID(0, 0), "system", "RANDOT Commitments", Set.of(), null, Language.EN);

    /** Somebody who has not signed in: no role, no state, no rows. */
    public static final Actor ANONYMOUS = new Actor(new UUID(0, 1), "anonymous", "", Set.of(), null, Language.EN);

    public boolean is(Role role) {
        return roles.contains(role);
    }

    public boolean isAnonymous() {
        return id.equals(ANONYMOUS.id);
    }

    public boolean isAny(Role... some) {
        for (Role role : some) {
            if (roles.contains(role)) {
                return true;
            }
        }
        return false;
    }

    public boolean isSystem() {
        return id.equals(SYSTEM.id);
    }

    /** A national role ties the person to one state; all others follow every state. */
    public boolean isNational() {
        return !roles.isEmpty() && roles.stream().allMatch(Role::isNational);
    }

    /** What of the states' rows this person may see; drafts only of the own state. */
    public DataScope scope() {
        if (isSystem()) {
            return DataScope.SYSTEM;
        }
        if (roles.isEmpty()) {
            return DataScope.NONE;
        }
        String home = state;
        return isNational() ? (home == null ? DataScope.NONE : DataScope.ofState(home)) : DataScope.EVERY_SUBMITTED;
    }
}
