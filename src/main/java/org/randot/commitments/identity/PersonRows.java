package org.randot.commitments.identity;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.reference.MemberState;
import org.randot.commitments.shared.Ids;
import org.randot.commitments.shared.Language;
import org.randot.commitments.shared.Time;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes people, their roles and nominations, each with its fact. */
@Component
class PersonRows {
    private final JdbcClient jdbc;
    private final StateNames states;
    private final ApplicationEventPublisher facts;
    private final MachineTime time;
    private final ObjectProvider<DemoAccounts> demo;
    private final SecurityLog log;

    PersonRows(
            JdbcClient jdbc,
            StateNames states,
            ApplicationEventPublisher facts,
            MachineTime time,
            ObjectProvider<DemoAccounts> demo,
            SecurityLog log) {
        this.jdbc = jdbc;
        this.states = states;
        this.facts = facts;
        this.time = time;
        this.demo = demo;
        this.log = log;
    }

    void insert(UUID id, String username, PeopleAdministration.AddPerson command) {
        String state = command.state();
        MemberState home = state == null ? null : states.find(state).orElse(null);
        jdbc.sql(
                        "insert into account (id, username, name, email, language, time_zone, demo, created) values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        id,
                        username,
                        command.name().strip(),
                        command.email(),
                        (home == null ? Language.EN : home.language()).name(),
                        (home == null ? Time.SEAT : home.zone()).getId(),
                        demo.getIfAvailable() != null,
                        now())
                .update();
    }

    void update(UUID id, PeopleAdministration.ChangePerson command) {
        int changed = jdbc.sql(
                        "update account set name = ?, email = ?, version = version + 1 where id = ? and version = ?")
                .params(command.name().strip(), command.email(), id, command.version())
                .update();
        if (changed == 0) {
            throw new StaleEdit();
        }
        facts.publishEvent(new PersonFact.PersonRenamed(id));
    }

    void setRoles(UUID id, Set<Role> roles, @Nullable String state) {
        jdbc.sql("delete from account_role where account = ?").param(id).update();
        for (Role role : roles) {
            jdbc.sql("insert into account_role (account, role, member_state) values (?, ?, ?)")
                    .params(id, role.name(), state)
                    .update();
        }
        jdbc.sql("update account set stamp = stamp + 1 where id = ?").param(id).update();
        facts.publishEvent(new PersonFact.RightsChanged(id, Set.copyOf(roles), state));
        log.event("rightsChanged", "person", id, "roles", roles);
    }

    void nominate(UUID id, String state, LocalDate from, String noteVerbale) {
        jdbc.sql(
                        "insert into nomination (id, account, nominating_state, valid_from, note_verbale, recorded) values (?, ?, ?, ?, ?, ?)")
                .params(Ids.next(), id, state, from, noteVerbale.strip(), now())
                .update();
        facts.publishEvent(new PersonFact.PersonNominated(id, state, from, noteVerbale.strip()));
    }

    void endNomination(Account before, PeopleAdministration.ChangePerson command) {
        String old = before.state();
        if (old == null || old.equals(command.state())) {
            return;
        }
        jdbc.sql(
                        "update nomination set valid_to = greatest(valid_from, cast(? as date)) where account = ? and valid_to is null")
                .params(command.from(), before.id())
                .update();
        facts.publishEvent(new PersonFact.NominationEnded(before.id(), old, command.from()));
    }

    private OffsetDateTime now() {
        return time.now().atOffset(ZoneOffset.UTC);
    }
}
