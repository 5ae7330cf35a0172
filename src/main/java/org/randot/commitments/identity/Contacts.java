package org.randot.commitments.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.shared.Language;
import org.randot.commitments.shared.ModuleApi;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How people are reached: address, language, time zone. */
@ModuleApi
public class Contacts {
    private final Accounts accounts;
    private final JdbcClient jdbc;

    Contacts(Accounts accounts, JdbcClient jdbc) {
        this.accounts = accounts;
        this.jdbc = jdbc;
    }

    /** @param email null where none is known */
    public record Contact(
            UUID id,
            String name,
            @Nullable String email,
            Language language,
            ZoneId zone,
            boolean active,
            Set<Role> roles,
            @Nullable String state) {}

    /** All that are known of these, whoever has left included. */
    public Map<UUID, Contact> of(Collection<UUID> people) {
        if (people.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql(Accounts.SELECT + "where a.id in (:people)")
                .param("people", people)
                .query(Contacts::contact)
                .list()
                .stream()
                .collect(Collectors.toMap(Contact::id, Function.identity()));
    }

    /** The coordinators of a state who act first; everybody where all are alternates. */
    public List<UUID> principals(String state) {
        List<UUID> found = coordinators(state, false);
        return found.isEmpty() ? coordinators(state, true) : found;
    }

    /** Those who stand in; everybody where none is named. */
    public List<UUID> alternates(String state) {
        List<UUID> found = coordinators(state, true);
        return found.isEmpty() ? coordinators(state, false) : found;
    }

    /** The person's own choice. */
    public void changeZone(UUID person, ZoneId zone) {
        jdbc.sql("update account set time_zone = ? where id = ?")
                .params(zone.getId(), person)
                .update();
        accounts.changed(person);
    }

    private List<UUID> coordinators(String state, boolean alternate) {
        return jdbc.sql("select a.id from account a join account_role r on r.account = a.id"
                        + " where a.active and r.role = :role and r.member_state = :state and a.alternate = :alternate"
                        + " order by a.username")
                .param("role", Role.NATIONAL_COORDINATOR.name())
                .param("state", state)
                .param("alternate", alternate)
                .query(UUID.class)
                .list();
    }

    private static Contact contact(ResultSet row, int number) throws SQLException {
        Account account = Accounts.row(row, number);
        return new Contact(
                account.id(),
                account.name(),
                account.email(),
                account.language(),
                account.zone(),
                account.active(),
                account.roles(),
                account.state());
    }
}
