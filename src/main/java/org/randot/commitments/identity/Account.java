package org.randot.commitments.identity;

import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.shared.Language;

/** A person who can sign in, as the database holds it now. */
record Account(
        UUID id,
        String username,
        String name,
        @Nullable String email,
        @Nullable String password,
        Language language,
        ZoneId zone,
        boolean active,
        boolean demo,
        int stamp,
        int version,
        Set<Role> roles,
        @Nullable String state) {

    Actor actor() {
        return new Actor(id, username, name, roles, state, language);
    }

    PersonView view() {
        return new PersonView(id, username, name, email, roles, state, language, active, password != null, version);
    }
}
