package org.randot.commitments.identity;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.shared.Absent;
import org.randot.commitments.shared.Forbidden;
import org.randot.commitments.shared.Ids;
import org.randot.commitments.shared.ModuleApi;
import org.randot.commitments.shared.Paged;
import org.randot.commitments.shared.Paging;
import org.randot.commitments.shared.Time;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People, their roles and nominations, for the administrator only. Who changes rights never changes the own ones. */
@ModuleApi
public class PeopleAdministration {
    static final String USERNAME = "[a-z0-9][a-z0-9._-]{2,63}";

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
    private final RightsRules rules;
    private final PersonRows rows;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher facts;
    private final Clock clock;
    private final SecurityLog log;

    @SuppressWarnings("TooManyParameters")
    PeopleAdministration(
            CurrentActor actor,
            Accounts accounts,
            Invitations invitations,
            RightsRules rules,
            PersonRows rows,
            JdbcClient jdbc,
            ApplicationEventPublisher facts,
            Clock clock,
            SecurityLog log) {
        this.actor = actor;
        this.accounts = accounts;
        this.invitations = invitations;
        this.rules = rules;
        this.rows = rows;
        this.jdbc = jdbc;
        this.facts = facts;
        this.clock = clock;
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
        rules.check(command.roles(), command.state(), command.noteVerbale());
        if (accounts.byUsername(username).isPresent()) {
            throw new RightsRefused("usernameTaken", username);
        }
        UUID id = Ids.next();
        rows.insert(id, username, command);
        facts.publishEvent(new PersonFact.PersonAdded(id));
        rows.setRoles(id, command.roles(), command.state());
        String state = command.state();
        if (state != null) {
            rows.nominate(id, state, Time.today(clock), command.noteVerbale());
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
            rules.check(command.roles(), state, newState ? command.noteVerbale() : "-");
        }
        rows.update(id, command);
        if (rightsChange) {
            rows.endNomination(before, command);
            rows.setRoles(id, command.roles(), state);
            if (newState && state != null) {
                rows.nominate(id, state, command.from(), command.noteVerbale());
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
}
