package org.randot.commitments.identity;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.randot.commitments.shared.Absent;
import org.randot.commitments.shared.ModuleApi;
import org.randot.commitments.shared.ReadOnce;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks people up for other modules. */
@ModuleApi
public class People {
    private final Accounts accounts;
    private final JdbcClient jdbc;
    private final ReadOnce<String, Set<UUID>> nominees = new ReadOnce<>();

    People(Accounts accounts, JdbcClient jdbc) {
        this.accounts = accounts;
        this.jdbc = jdbc;
    }

    /** Active people with this role; of this state where one is given. */
    public List<Actor> with(Role role, Optional<String> state) {
        return accounts.active(role, state).stream().map(Account::actor).toList();
    }

    /** The person's display name, also of one who has left. */
    public String nameOf(UUID id) {
        if (id.equals(Actor.SYSTEM.id())) {
            return Actor.SYSTEM.name();
        }
        return accounts.recent(id).map(Account::name).orElseThrow(Absent::new);
    }

    /** An active person. */
    public Optional<Actor> byUsername(String username) {
        return accounts.byUsername(username.toLowerCase(Locale.ROOT))
                .filter(Account::active)
                .map(Account::actor);
    }

    /** An active person. */
    public Optional<Actor> byId(UUID id) {
        return accounts.recent(id).filter(Account::active).map(Account::actor);
    }

    /** Whether this state has ever nominated the person, by the history of nominations (security.md 2, conflict of interest). */
    public boolean wasEverNominatedBy(UUID person, String state) {
        return nominees.always(state, () -> everNominatedBy(state)).contains(person);
    }

    private Set<UUID> everNominatedBy(String state) {
        return jdbc.sql("select account from nomination where nominating_state = :state"
                        + " union select account from account_role where member_state = :state")
                .param("state", state)
                .query(UUID.class)
                .set();
    }
}
