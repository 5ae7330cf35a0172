package org.randot.commitments.identity;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.randot.commitments.reference.MemberState;
import org.randot.commitments.reference.States;
import org.randot.commitments.shared.Ids;
import org.randot.commitments.shared.Language;
import org.randot.commitments.shared.Time;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The accounts of the demonstration, all with the password {@code demo}, under invented names of their roles. Present only in profile
 * {@code demo}; a database that holds real accounts is refused.
 */
@Component
@Profile("demo")
@Order(-100)
class DemoAccounts implements ApplicationRunner {
    private static final Set<String> REVIEWING = Set.of("CAN", "MEX", "CHL", "BRA", "USA", "COL", "JAM", "ARG", "PER");
    /** Belongs to nobody (RFC 2606). */
    private static final String MAIL = "@example.org";

    private static final LocalDate NOMINATED = LocalDate.of(2025, 1, 1);

    private final JdbcClient jdbc;
    private final Passwords passwords;
    private final MachineTime time;
    private final States states;
    private final TransactionTemplate transaction;
    private final MessageSource messages;

    DemoAccounts(
            JdbcClient jdbc,
            Passwords passwords,
            MachineTime time,
            States states,
            TransactionTemplate transaction,
            MessageSource messages) {
        this.jdbc = jdbc;
        this.passwords = passwords;
        this.time = time;
        this.states = states;
        this.transaction = transaction;
        this.messages = messages;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        long real = jdbc.sql("select count(*) from account where not demo")
                .query(Long.class)
                .single();
        if (real > 0) {
            throw new IllegalStateException("Profile demo refuses a database that holds real accounts");
        }
        transaction.executeWithoutResult(status -> create());
    }

    /** In order: committee and administration first, then the states by name. */
    List<Actor> all() {
        List<Account> accounts = jdbc.sql(
                        Accounts.SELECT + "where a.demo and a.active and a.password is not null order by a.username")
                .query(Accounts::row)
                .list();
        List<Actor> ordered = new ArrayList<>();
        accounts.stream()
                .map(Account::actor)
                .filter(actor -> !actor.isNational())
                .forEach(ordered::add);
        accounts.stream().map(Account::actor).filter(Actor::isNational).forEach(ordered::add);
        return ordered;
    }

    private void create() {
        String hash = jdbc.sql("select password from account where demo and username = 'administrator'")
                .query(String.class)
                .optional()
                .orElseGet(() -> passwords.encode("demo"));
        for (MemberState state : states.active(Locale.ENGLISH)) {
            ofState(Role.NATIONAL_COORDINATOR, state, hash);
            ofState(Role.NATIONAL_CONTRIBUTOR, state, hash);
            ofState(Role.PERMANENT_MISSION_OBSERVER, state, hash);
            if (REVIEWING.contains(state.iso3())) {
                ofState(Role.CHS_REVIEWER, state, hash);
            }
        }
        alone("chair", "Chair of the Committee", Role.CHS_CHAIR, hash);
        alone("secretariat", "Technical Secretariat", Role.TECHNICAL_SECRETARIAT, hash);
        alone("administrator", "Administrator of the platform", Role.ADMINISTRATOR, hash);
        alone("auditor", "Auditor of the record", Role.AUDITOR, hash);
    }

    private void ofState(Role role, MemberState state, String hash) {
        add(
                        word(role) + "." + state.iso3().toLowerCase(Locale.ROOT),
                        name(role, state),
                        state.language(),
                        state.zone(),
                        hash)
                .ifPresent(id -> {
                    jdbc.sql("insert into account_role (account, role, member_state) values (?, ?, ?)")
                            .params(id, role.name(), state.iso3())
                            .update();
                    jdbc.sql(
                                    "insert into nomination (id, account, nominating_state, valid_from, note_verbale, recorded) values (?, ?, ?, ?, ?, ?)")
                            .params(Ids.next(), id, state.iso3(), NOMINATED, "Demonstration", now())
                            .update();
                });
    }

    private void alone(String username, String name, Role role, String hash) {
        add(username, name, Language.EN, Time.SEAT, hash)
                .ifPresent(id -> jdbc.sql("insert into account_role (account, role) values (?, ?)")
                        .params(id, role.name())
                        .update());
    }

    /** Empty where a start before, or another node, made the account. */
    private Optional<UUID> add(String username, String name, Language language, ZoneId zone, String hash) {
        UUID id = Ids.next();
        int added = jdbc.sql(
                        "insert into account (id, username, name, email, language, time_zone, password, demo, created)"
                                + " values (?, ?, ?, ?, ?, ?, ?, true, ?) on conflict (username) do nothing")
                .params(id, username, name, username + MAIL, language.name(), zone.getId(), hash, now())
                .update();
        return added == 1 ? Optional.of(id) : Optional.empty();
    }

    private OffsetDateTime now() {
        return time.now().atOffset(ZoneOffset.UTC);
    }

    /** In the language of the state. */
    private String name(Role role, MemberState state) {
        Locale own = state.language().locale();
        return messages.getMessage(
                "identity.demo." + role, new Object[] {state.name().in(own)}, own);
    }

    private static String word(Role role) {
        return switch (role) {
            case NATIONAL_COORDINATOR -> "coordinator";
            case NATIONAL_CONTRIBUTOR -> "contributor";
            case PERMANENT_MISSION_OBSERVER -> "observer";
            default -> "reviewer";
        };
    }
}
