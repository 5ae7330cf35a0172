package org.randot.commitments.identity;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.shared.Absent;
import org.randot.commitments.shared.Ids;
import org.randot.commitments.shared.Language;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One-time links by which a person chooses a password: 256 random bits, kept hashed, valid 30 minutes, once, one alive for each person.
 * The link of the first administrator belongs to nobody yet.
 */
@Service
public class Invitations {
    private static final Duration LIFE = Duration.ofMinutes(30);
    private static final String PATH = "/welcome/";

    /** @param username empty where the person chooses it: the first administrator */
    public record Invitation(String username) {
        public boolean isFirstAdministrator() {
            return username.isEmpty();
        }
    }

    private record Link(@Nullable UUID account) {}

    private final Accounts accounts;
    private final Profile profile;
    private final PasswordPolicy policy;
    private final Passwords passwords;
    private final MachineTime time;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher facts;
    private final PublicUrl url;

    @SuppressWarnings("TooManyParameters")
    Invitations(
            Accounts accounts,
            Profile profile,
            PasswordPolicy policy,
            Passwords passwords,
            MachineTime time,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            ApplicationEventPublisher facts,
            PublicUrl url) {
        this.accounts = accounts;
        this.profile = profile;
        this.policy = policy;
        this.passwords = passwords;
        this.time = time;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.facts = facts;
        this.url = url;
    }

    /** Empty when the link was used, has run out or never was. */
    public Optional<Invitation> find(String secret) {
        return link(secret).map(link -> {
            UUID account = link.account();
            return new Invitation(
                    account == null
                            ? ""
                            : accounts.byId(account).orElseThrow(Absent::new).username());
        });
    }

    /**
     * Uses the link up.
     *
     * @param username and {@code name} count only for the first administrator
     * @throws PasswordRefused when the password is too weak; the link stays alive
     */
    public void accept(String secret, String username, String name, String password) {
        UUID account = link(secret).orElseThrow(Absent::new).account();
        if (account == null) {
            acceptFirst(secret, username.strip().toLowerCase(Locale.ROOT), name.strip(), password);
            return;
        }
        Account person = accounts.byId(account).filter(Account::active).orElseThrow(Absent::new);
        profile.check(person, password);
        transaction.executeWithoutResult(status -> {
            use(secret);
            profile.setPassword(person, password);
        });
    }

    /** Within the caller's transaction; an older link of the person dies. */
    String issue(UUID account) {
        String secret = Secrets.next();
        jdbc.sql("delete from one_time_link where account = ?").param(account).update();
        jdbc.sql("insert into one_time_link (hash, account, expires) values (?, ?, ?)")
                .params(Secrets.hash(secret), account, ends())
                .update();
        facts.publishEvent(new PersonFact.LinkIssued(account));
        return url.link(PATH + secret);
    }

    /** A link for the first administrator, unless somebody can already sign in. */
    Optional<String> issueFirst() {
        return Optional.ofNullable(transaction.execute(status -> {
            if (somebodyIsThere()) {
                return null;
            }
            String secret = Secrets.next();
            jdbc.sql("insert into one_time_link (hash, expires) values (?, ?)")
                    .params(Secrets.hash(secret), ends())
                    .update();
            return url.link(PATH + secret);
        }));
    }

    private void acceptFirst(String secret, String username, String name, String password) {
        if (!username.matches(PeopleAdministration.USERNAME) || name.isEmpty()) {
            throw new RightsRefused("username");
        }
        policy.check(password, List.of(username, name));
        String encoded = passwords.encode(password);
        transaction.executeWithoutResult(status -> {
            use(secret);
            jdbc.sql("lock table account in share row exclusive mode").update();
            if (somebodyIsThere()) {
                throw new Absent();
            }
            UUID id = Ids.next();
            jdbc.sql("insert into account (id, username, name, language, password, created) values (?, ?, ?, ?, ?, ?)")
                    .params(id, username, name, Language.EN.name(), encoded, now())
                    .update();
            jdbc.sql("insert into account_role (account, role) values (?, ?)")
                    .params(id, Role.ADMINISTRATOR.name())
                    .update();
            jdbc.sql("delete from one_time_link where account is null").update();
            facts.publishEvent(new PersonFact.PersonAdded(id));
        });
    }

    private boolean somebodyIsThere() {
        return jdbc.sql("select exists (select 1 from account)")
                .query(Boolean.class)
                .single();
    }

    private Optional<Link> link(String secret) {
        return jdbc.sql("select account from one_time_link where hash = ? and expires > ?")
                .params(Secrets.hash(secret), now())
                .query((row, number) -> new Link(row.getObject("account", UUID.class)))
                .optional();
    }

    private void use(String secret) {
        int used = jdbc.sql("delete from one_time_link where hash = ? and expires > ?")
                .params(Secrets.hash(secret), now())
                .update();
        if (used == 0) {
            throw new Absent();
        }
    }

    private OffsetDateTime ends() {
        return time.now().plus(LIFE).atOffset(ZoneOffset.UTC);
    }

    private OffsetDateTime now() {
        return time.now().atOffset(ZoneOffset.UTC);
    }
}
