package org.randot.commitments.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.randot.commitments.shared.Absent;
import org.randot.commitments.shared.Language;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** What people change about themselves. No transaction while a password is hashed. */
@Service
public class Profile {
    private final Accounts accounts;
    private final Passwords passwords;
    private final PasswordPolicy policy;
    private final SignInThrottle throttle;
    private final Tokens tokens;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher facts;
    private final SecurityLog log;
    private final StateNames states;

    @SuppressWarnings("TooManyParameters")
    Profile(
            Accounts accounts,
            Passwords passwords,
            PasswordPolicy policy,
            SignInThrottle throttle,
            Tokens tokens,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            ApplicationEventPublisher facts,
            SecurityLog log,
            StateNames states) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.policy = policy;
        this.throttle = throttle;
        this.tokens = tokens;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.facts = facts;
        this.log = log;
        this.states = states;
    }

    public void changeLanguage(UUID person, Language language) {
        jdbc.sql("update account set language = ? where id = ?")
                .params(language.name(), person)
                .update();
        accounts.changed(person);
    }

    /**
     * Ends every other session and every token of the person.
     *
     * @return what the present session needs to go on
     * @throws PasswordRefused when the old one is wrong or the new one too weak
     */
    public SignedIn changePassword(UUID person, String old, String wanted, String address) {
        Account account = accounts.byId(person).orElseThrow(Absent::new);
        throttle.attempt(account.username(), address);
        String encoded = account.password();
        if (encoded == null || !passwords.matches(old, encoded)) {
            throw new PasswordRefused("wrong");
        }
        throttle.succeeded(account.username(), address);
        return setPassword(account, wanted);
    }

    SignedIn setPassword(Account account, String wanted) {
        check(account, wanted);
        String encoded = passwords.encode(wanted);
        int stamp = Optional.ofNullable(transaction.execute(status -> {
                    tokens.revokeAll(account.id());
                    facts.publishEvent(new PersonFact.PasswordChanged(account.id()));
                    return jdbc.sql("update account set password = ?, stamp = stamp + 1 where id = ? returning stamp")
                            .params(encoded, account.id())
                            .query(Integer.class)
                            .single();
                }))
                .orElseThrow();
        accounts.changed(account.id());
        log.event("passwordChanged", "person", account.id());
        return new SignedIn(account.id(), stamp);
    }

    void check(Account account, String wanted) {
        List<String> personal = new ArrayList<>(states.all());
        personal.add(account.name());
        personal.add(account.username());
        policy.check(wanted, personal);
    }
}
