package org.randot.commitments.identity;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which roles go together, and which need a state and the note verbale that names the person (domain.md 1.4). */
@Component
class RightsRules {
    private static final Set<Role> APART = EnumSet.of(Role.ADMINISTRATOR, Role.AUDITOR);

    private final StateNames states;

    RightsRules(StateNames states) {
        this.states = states;
    }

    /** National roles tie to a state and go with no other; administration and audit go with none either. */
    void check(Set<Role> roles, @Nullable String state, String noteVerbale) {
        boolean national = roles.stream().anyMatch(Role::isNational);
        if (roles.size() > 1
                && (roles.stream().anyMatch(APART::contains)
                        || national && !roles.stream().allMatch(Role::isNational))) {
            throw new RightsRefused("mixedRoles");
        }
        boolean tied = national || roles.contains(Role.CHS_REVIEWER);
        if (tied && state == null) {
            throw new RightsRefused("stateMissing");
        }
        if (state != null) {
            if (!tied || states.find(state).isEmpty()) {
                throw new RightsRefused("stateUnfit");
            }
            if (noteVerbale.isBlank()) {
                throw new RightsRefused("noteVerbaleMissing");
            }
        }
    }
}
