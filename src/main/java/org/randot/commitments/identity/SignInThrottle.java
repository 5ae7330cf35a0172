package org.randot.commitments.identity;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Slows guessing down, for each account and for each address, on all nodes together, and never locks anybody out: from an address at
 * which the person signed in before, strangers' failures do not count.
 *
 * <p>An attempt is counted before the password is compared, so that many at the same time gain nothing, and taken back when it succeeds.
 */
@Component
class SignInThrottle {
    private static final Limit ACCOUNT = new Limit(10, 300);
    private static final Limit ADDRESS = new Limit(40, 300);
    private static final Limit KNOWN = new Limit(10, 60);
    private static final Duration FORGOTTEN = Duration.ofHours(1);
    private static final Duration KNOWN_FOR = Duration.ofDays(90);

    /** After {@code free} failures each further one doubles the wait, up to {@code longest} seconds. */
    private record Limit(int free, int longest) {}

    private final JdbcClient jdbc;
    private final MachineTime time;

    SignInThrottle(JdbcClient jdbc, MachineTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /** @throws TooManyAttempts when the account or the address has to wait */
    void attempt(String username, String address) {
        boolean known = isKnown(username, address);
        count("address:" + network(address), ADDRESS);
        count(accountKey(username, address, known), known ? KNOWN : ACCOUNT);
    }

    void succeeded(String username, String address) {
        Instant now = time.now();
        jdbc.sql("delete from sign_in_attempt where key in (:keys)")
                .param("keys", List.of(accountKey(username, address, true), accountKey(username, address, false)))
                .update();
        jdbc.sql(
                        "update sign_in_attempt set failures = failures - 1, next_allowed = :now where key = :key and failures > 0")
                .param("now", at(now))
                .param("key", "address:" + network(address))
                .update();
        jdbc.sql("insert into known_address (username, address, last) values (:username, :address, :now)"
                        + " on conflict (username, address) do update set last = excluded.last")
                .param("username", username)
                .param("address", Secrets.hash(network(address)))
                .param("now", at(now))
                .update();
    }

    /** Nobody's attempt is older than what still slows somebody down. */
    void forgetOld() {
        Instant now = time.now();
        jdbc.sql("delete from sign_in_attempt where last < ?")
                .param(at(now.minus(FORGOTTEN)))
                .update();
        jdbc.sql("delete from known_address where last < ?")
                .param(at(now.minus(KNOWN_FOR)))
                .update();
    }

    /** @throws TooManyAttempts when this one has to wait */
    void requirePatience(String key) {
        Instant now = time.now();
        boolean waits = jdbc.sql("select exists (select 1 from sign_in_attempt where key = ? and next_allowed > ?)")
                .param(key)
                .param(at(now))
                .query(Boolean.class)
                .single();
        if (waits) {
            throw new TooManyAttempts(secondsLeft(key, now));
        }
    }

    void guess(String key) {
        count(key, ADDRESS);
    }

    private void count(String key, Limit limit) {
        Instant now = time.now();
        Optional<Integer> counted = jdbc.sql("""
                        insert into sign_in_attempt as a (key, failures, last, next_allowed) values (:key, 1, :now, :now)
                        on conflict (key) do update set
                          failures = case when a.last < :forgotten then 1 else a.failures + 1 end,
                          last = :now,
                          next_allowed = case when a.last < :forgotten or a.failures + 1 < :free then :now
                            else :now + make_interval(secs => least(:longest, power(2, least(a.failures + 1 - :free, 20)))) end
                        where a.next_allowed <= :now
                        returning failures
                        """)
                .param("key", key)
                .param("now", at(now))
                .param("forgotten", at(now.minus(FORGOTTEN)))
                .param("free", limit.free())
                .param("longest", limit.longest())
                .query(Integer.class)
                .optional();
        if (counted.isEmpty()) {
            throw new TooManyAttempts(secondsLeft(key, now));
        }
    }

    private long secondsLeft(String key, Instant now) {
        return jdbc.sql("select next_allowed from sign_in_attempt where key = ?")
                .param(key)
                .query(Timestamp.class)
                .optional()
                .map(next -> Math.max(1, Duration.between(now, next.toInstant()).toSeconds() + 1))
                .orElse(1L);
    }

    private boolean isKnown(String username, String address) {
        return jdbc.sql("select exists (select 1 from known_address where username = ? and address = ? and last > ?)")
                .param(username)
                .param(Secrets.hash(network(address)))
                .param(at(time.now().minus(KNOWN_FOR)))
                .query(Boolean.class)
                .single();
    }

    private static String accountKey(String username, String address, boolean known) {
        return known ? "known:" + username + "@" + network(address) : "account:" + username;
    }

    /** One IPv4 address, or the /64 that one household or office gets of IPv6. */
    static String network(String address) {
        try {
            byte[] bytes = InetAddress.getByName(address).getAddress();
            return Arrays.toString(bytes.length == 16 ? Arrays.copyOf(bytes, 8) : bytes);
        } catch (UnknownHostException odd) {
            return "unknown";
        }
    }

    private static java.time.OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
