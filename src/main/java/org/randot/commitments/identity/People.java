package org.randot.commitments.identity;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.randot.commitments.shared.ModuleApi;

/** Looks people up for other modules. */
@ModuleApi
public class People {
    /** Active people with this role; of this state where one is given. */
    public List<Actor> with(Role role, Optional<String> state) {
        throw new UnsupportedOperationException();
    }

    /** The person's display name, also of one who has left. */
    public String nameOf(UUID id) {
        throw new UnsupportedOperationException();
    }

    public Optional<Actor> byUsername(String username) {
        throw new UnsupportedOperationException();
    }

    /** Whether this state has ever nominated the person, by the history of nominations (security.md 2, conflict of interest). */
    public boolean wasEverNominatedBy(UUID person, String state) {
        throw new UnsupportedOperationException();
    }
}
