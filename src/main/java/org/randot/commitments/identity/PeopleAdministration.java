package org.randot.commitments.identity;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.reference.MemberState;
import org.randot.commitments.shared.Absent;
import org.randot.commitments.shared.Forbidden;
import org.randot.commitments.shared.Ids;
import org.randot.commitments.shared.Language;
import org.randot.commitments.shared.ModuleApi;
import org.randot.commitments.shared.Paged;
import org.randot.commitments.shared.Paging;
import org.randot.commitments.shared.Time;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People, their roles and nominations, for the administrator only. Who changes rights never changes the own ones. */
@ModuleApi
public class PeopleAdministration {
    static final String USERNAME = "[a-z0-9][a-z0-9._-]{2,63}";
    private static final Set<Role> APART = EnumSet.of(Role.ADMINISTRATOR, Role.AUDITOR);

    /** @param state of national roles and of the nomination; null for none */
    public record AddPerson(
            String username,
            String name,
            @Nullable String email,
            Set<Role> roles,
            @Nullable String state,
            String noteVerbale) {}

    /** @param version that the reader saw */
    public record ChangePerson(
            int version,
            String name,
            @Nullable String email,
            Set<Role> roles,
            @Nullable String state,
            String noteVerbale,
            LocalDate from) {}

    /** A person just added, with the link by which the person chooses a password. */
    public record Added(UUID id, String link) {}

    public record NominationView(
            String state, LocalDate from, @Nullable LocalDate to, String noteVerbale) {}

    private final CurrentActor actor;
    private final Accounts accounts;
    private final Invitations invitations;
    private final StateNames states;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher facts;
    private final MachineTime time;
    private final Clock clock;
    private final ObjectProvider<DemoAccounts> demo;
    private final SecurityLog log;

    @SuppressWarnings("TooManyParameters")
    PeopleAdministration(
            CurrentActor actor,
            Accounts accounts,
            Invitations invitations,
            StateNames states,
            JdbcClient jdbc,
            ApplicationEventPublisher facts,
            MachineTime time,
            Clock clock,
            ObjectProvider<DemoAccounts> demo,
            SecurityLog log) {
        this.actor = actor;
        this.accounts = accounts;
        this.invitations = invitations;
        this.states = states;
        this.jdbc = jdbc;
        this.facts = facts;
        this.time = time;
        this.clock = clock;
        this.demo = demo;
        this.log = log;
    }

    /** By name; {@code text} is part of a name or username. */
    public Paged<PersonView> find(String text, Paging paging) {
        mayAdminister();
        String like =
                "%" + text.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
        long total = jdbc.sql("select count(*) from account where name ilike :like or username ilike :like")
                .param("like", like)
                .query(Long.class)
                .single();
        List<PersonView> people = jdbc
                .sql(Accounts.SELECT
                        + "where a.name ilike :like or a.username ilike :like"
                        + " order by a.name collate \"und-x-icu\", a.username limit :size offset :offset")
                .param("like", like)
                .param("size", paging.size())
                .param("offset", paging.offset())
                .query(Accounts::row)
                .list()
                .stream()
                .map(Account::view)
                .toList();
        return Paged.of(people, paging, total);
    }

    public PersonView get(UUID id) {
        mayAdminister();
        return accounts.byId(id).map(Account::view).orElseThrow(Absent::new);
    }

    /** The newest first. */
    public List<NominationView> nominations(UUID id) {
        mayAdminister();
        return jdbc.sql("select * from nomination where account = ? order by valid_from desc, recorded desc")
                .param(id)
                .query((row, number) -> new NominationView(
                        row.getString("nominating_state"),
                        row.getObject("valid_from", LocalDate.class),
                        row.getObject("valid_to", LocalDate.class),
                        row.getString("note_verbale")))
                .list();
    }

    public Added add(AddPerson command) {
        mayAdminister();
        String username = command.username().strip().toLowerCase(Locale.ROOT);
        if (!username.matches(USERNAME) || command.name().isBlank()) {
            throw new RightsRefused("username");
        }
        checkRights(command.roles(), command.state(), command.noteVerbale());
        if (accounts.byUsername(username).isPresent()) {
            throw new RightsRefused("usernameTaken", username);
        }
        UUID id = Ids.next();
        insert(id, username, command);
        facts.publishEvent(new PersonFact.PersonAdded(id));
        setRoles(id, command.roles(), command.state());
        String state = command.state();
        if (state != null) {
            nominate(id, state, Time.today(clock), command.noteVerbale());
        }
        return new Added(id, invitations.issue(id));
    }

    public void change(UUID id, ChangePerson command) {
        mayAdminister();
        Account before = accounts.byId(id).orElseThrow(Absent::new);
        String state = command.state();
        boolean rightsChange =
                !before.roles().equals(command.roles()) || !java.util.Objects.equals(before.state(), state);
        boolean newState = state != null && !state.equals(before.state());
        if (command.name().isBlank()) {
            throw new RightsRefused("username");
        }
        if (rightsChange) {
            notOneself(id);
            checkRights(command.roles(), state, newState ? command.noteVerbale() : "-");
        }
        update(id, command);
        if (rightsChange) {
            endNomination(before, command);
            setRoles(id, command.roles(), state);
            if (newState && state != null) {
                nominate(id, state, command.from(), command.noteVerbale());
            }
        }
        accounts.changed(id);
    }

    /** A person who is not active cannot sign in, and present sessions and tokens are worth nothing. */
    public void setActive(UUID id, boolean active) {
        mayAdminister();
        notOneself(id);
        int changed = jdbc.sql("update account set active = ?, stamp = stamp + 1, version = version + 1 where id = ?")
                .params(active, id)
                .update();
        if (changed == 0) {
            throw new Absent();
        }
        accounts.changed(id);
        facts.publishEvent(active ? new PersonFact.PersonActivated(id) : new PersonFact.PersonDeactivated(id));
        log.event(active ? "personActivated" : "personDeactivated", "person", id);
    }

    /** A coordinator who stands in for the principal one (domain.md 1.4). */
    public void setAlternate(UUID id, boolean alternate) {
        mayAdminister();
        Account account = accounts.byId(id).orElseThrow(Absent::new);
        if (!account.roles().contains(Role.NATIONAL_COORDINATOR)) {
            throw new RightsRefused("notCoordinator");
        }
        jdbc.sql("update account set alternate = ?, version = version + 1 where id = ?")
                .params(alternate, id)
                .update();
        accounts.changed(id);
        facts.publishEvent(new PersonFact.StandingChanged(id, alternate));
    }

    public boolean isAlternate(UUID id) {
        mayAdminister();
        return jdbc.sql("select alternate from account where id = ?")
                .param(id)
                .query(Boolean.class)
                .optional()
                .orElseThrow(Absent::new);
    }

    /** A new link to choose a password; the present password goes on working until it is used. */
    public String invite(UUID id) {
        mayAdminister();
        Account account = accounts.byId(id).filter(Account::active).orElseThrow(Absent::new);
        return invitations.issue(account.id());
    }

    private void mayAdminister() {
        if (!actor.get().is(Role.ADMINISTRATOR)) {
            throw new Forbidden();
        }
    }

    private void notOneself(UUID id) {
        if (actor.get().id().equals(id)) {
            throw new RightsRefused("ownRights");
        }
    }

    /** National roles tie to a state and go with no other; administration and audit go with none either. */
    private void checkRights(Set<Role> roles, @Nullable String state, String noteVerbale) {
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

    private void insert(UUID id, String username, AddPerson command) {
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

    private void update(UUID id, ChangePerson command) {
        int changed = jdbc.sql(
                        "update account set name = ?, email = ?, version = version + 1 where id = ? and version = ?")
                .params(command.name().strip(), command.email(), id, command.version())
                .update();
        if (changed == 0) {
            throw new StaleEdit();
        }
        facts.publishEvent(new PersonFact.PersonRenamed(id));
    }

    private void setRoles(UUID id, Set<Role> roles, @Nullable String state) {
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

    private void nominate(UUID id, String state, LocalDate from, String noteVerbale) {
        jdbc.sql(
                        "insert into nomination (id, account, nominating_state, valid_from, note_verbale, recorded) values (?, ?, ?, ?, ?, ?)")
                .params(Ids.next(), id, state, from, noteVerbale.strip(), now())
                .update();
        facts.publishEvent(new PersonFact.PersonNominated(id, state, from, noteVerbale.strip()));
    }

    private void endNomination(Account before, ChangePerson command) {
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
