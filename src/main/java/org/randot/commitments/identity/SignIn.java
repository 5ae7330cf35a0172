package org.randot.commitments.identity;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Signing in with a password. Deliberately no transaction round it: no connection waits while a password is hashed, and a failed attempt
 * stays counted.
 */
@Service
public class SignIn {
    private static final int LONGEST = 256;

    private final Accounts accounts;
    private final Passwords passwords;
    private final SignInThrottle throttle;
    private final ObjectProvider<DemoAccounts> demo;
    private final SecurityLog log;
    private final JdbcClient jdbc;

    SignIn(
            Accounts accounts,
            Passwords passwords,
            SignInThrottle throttle,
            ObjectProvider<DemoAccounts> demo,
            SecurityLog log,
            JdbcClient jdbc) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.throttle = throttle;
        this.demo = demo;
        this.log = log;
        this.jdbc = jdbc;
    }

    /**
     * The same answer in the same time for a wrong password, an unknown name and a person who has left.
     *
     * @param address of the client, for the delay after failures
     * @throws TooManyAttempts when this account or address has to wait
     */
    public Optional<SignedIn> withPassword(String username, String password, String address) {
        String name = shortened(username.strip().toLowerCase(Locale.ROOT));
        throttled(name, address);
        Optional<Account> account = accounts.byUsername(name).filter(this::maySignIn);
        if (!matches(account, shortened(password)) || account.isEmpty()) {
            log.event("signInFailed");
            return Optional.empty();
        }
        Account person = account.get();
        throttle.succeeded(name, address);
        rehash(person, password);
        log.event("signIn", "person", person.id());
        return Optional.of(new SignedIn(person.id(), person.stamp()));
    }

    /** The accounts that anybody may try; empty outside the demonstration. */
    public List<Actor> demoAccounts() {
        return demo.stream().flatMap(accounts -> accounts.all().stream()).toList();
    }

    private void throttled(String name, String address) {
        try {
            throttle.attempt(name, address);
        } catch (TooManyAttempts refused) {
            log.event("signInDelayed", "seconds", refused.seconds());
            throw refused;
        }
    }

    private boolean maySignIn(Account account) {
        return account.active() && (!account.demo() || demo.getIfAvailable() != null);
    }

    private boolean matches(Optional<Account> account, String password) {
        String encoded = account.map(Account::password).orElse(null);
        return encoded == null ? passwords.matchesNobody(password) : passwords.matches(password, encoded);
    }

    /** Brings an older hash up to today's parameters; sessions go on. */
    private void rehash(Account person, String password) {
        String before = person.password();
        if (before != null && passwords.isOutdated(before)) {
            jdbc.sql("update account set password = ? where id = ? and password = ?")
                    .param(passwords.encode(password))
                    .param(person.id())
                    .param(before)
                    .update();
            log.event("passwordRehashed", "person", person.id());
        }
    }

    private static String shortened(String text) {
        return text.length() > LONGEST * 2 ? text.substring(0, LONGEST * 2) : text;
    }
}
