package org.randot.commitments.identity;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.randot.commitments.shared.Absent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Who is behind a session, with the rights of now. No transaction: in the ordinary case there is no statement either.
 */
@Service
public class Sessions {
    /** Session attributes of a person who signed in. */
    public static final String PERSON = "person";

    public static final String STAMP = "stamp";

    /** @param id to end it by; not the secret in the cookie */
    public record SessionView(String id, Instant created, Instant lastAccess, boolean current) {}

    private final Accounts accounts;
    private final StoredSessions sessions;
    private final SignInThrottle throttle;
    private final MachineTime time;
    private final JdbcClient jdbc;

    Sessions(Accounts accounts, StoredSessions sessions, SignInThrottle throttle, MachineTime time, JdbcClient jdbc) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.throttle = throttle;
        this.time = time;
        this.jdbc = jdbc;
    }

    /** Empty when the person left, or password, role or state changed since the sign-in: then the session is over. */
    public Optional<Actor> actor(SignedIn signedIn) {
        return accounts.recent(signedIn.person())
                .filter(account -> account.active() && account.stamp() == signedIn.stamp())
                .map(account -> {
                    RightsAtCommit.given(account);
                    return account.actor();
                });
    }

    /** Whose session this is or was within the last day, by the secret of the cookie. */
    public Optional<UUID> lastPerson(String secret) {
        return sessions.lastPerson(secret);
    }

    public List<SessionView> of(UUID person, String currentSecret) {
        byte[] current = Secrets.hash(currentSecret);
        return jdbc.sql("select s.id, s.created, s.last_access from web_session s join account a on a.id = s.account"
                        + " where s.account = ? and s.ended is null and s.stamp = a.stamp and s.last_access > ? and s.created > ?"
                        + " order by s.last_access desc")
                .param(person)
                .param(time.now().minus(StoredSessions.IDLE).atOffset(ZoneOffset.UTC))
                .param(time.now().minus(StoredSessions.LONGEST).atOffset(ZoneOffset.UTC))
                .query((row, number) -> new SessionView(
                        HexFormat.of().formatHex(row.getBytes("id")),
                        instant(row.getTimestamp("created")),
                        instant(row.getTimestamp("last_access")),
                        Arrays.equals(row.getBytes("id"), current)))
                .list();
    }

    public void end(UUID person, String id) {
        byte[] hash = HexFormat.of().parseHex(id);
        boolean own = jdbc.sql("select exists (select 1 from web_session where id = ? and account = ?)")
                .params(hash, person)
                .query(Boolean.class)
                .single();
        if (!own) {
            throw new Absent();
        }
        sessions.end(hash);
    }

    /** Removes what has run out long ago: sessions, counted attempts, tokens and links. */
    public void forgetOld() {
        sessions.forgetOld();
        throttle.forgetOld();
        for (String table : List.of("api_token", "one_time_link")) {
            jdbc.sql("delete from " + table + " where expires < ?")
                    .param(time.now().atOffset(ZoneOffset.UTC))
                    .update();
        }
    }

    private static Instant instant(Timestamp timestamp) {
        return timestamp.toInstant();
    }
}
