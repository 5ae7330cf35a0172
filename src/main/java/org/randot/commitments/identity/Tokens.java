package org.randot.commitments.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.randot.commitments.shared.Absent;
import org.randot.commitments.shared.Ids;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tokens for the REST interface: 256 random bits, shown once, kept as SHA-256, named, expiring and revocable. Looking one up is no
 * transaction, and in the ordinary case no statement.
 */
@Service
public class Tokens {
    private static final Duration LIFE = Duration.ofDays(30);
    private static final Duration KEPT = Duration.ofSeconds(3);
    private static final int LONGEST_LABEL = 100;
    private static final String PREFIX = "randot_";

    /** A token just made: the only time its secret is seen. */
    public record NewToken(String token, Instant expiresAt) {}

    public record TokenView(UUID id, String label, Instant created, Instant expires) {}

    private record Known(UUID person, Instant expires) {}

    private final Accounts accounts;
    private final MachineTime time;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher facts;
    private final Cache<ByteBuffer, Known> kept =
            Caffeine.newBuilder().expireAfterWrite(KEPT).maximumSize(20_000).build();

    Tokens(
            Accounts accounts,
            MachineTime time,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            ApplicationEventPublisher facts) {
        this.accounts = accounts;
        this.time = time;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.facts = facts;
    }

    public NewToken make(UUID person, String label) {
        String secret = PREFIX + Secrets.next();
        UUID id = Ids.next();
        Instant now = time.now();
        String name = label.isBlank() ? "API" : label.strip();
        transaction.executeWithoutResult(status -> {
            jdbc.sql("insert into api_token (id, account, label, hash, created, expires) values (?, ?, ?, ?, ?, ?)")
                    .params(
                            id,
                            person,
                            name.substring(0, Math.min(LONGEST_LABEL, name.length())),
                            Secrets.hash(secret),
                            now.atOffset(ZoneOffset.UTC),
                            now.plus(LIFE).atOffset(ZoneOffset.UTC))
                    .update();
            facts.publishEvent(new PersonFact.TokenMade(person, id));
        });
        return new NewToken(secret, now.plus(LIFE));
    }

    /** The person behind a token, with the rights of now; empty when it is unknown, expired or revoked. */
    public Optional<Actor> actor(String secret) {
        byte[] hash = Secrets.hash(secret);
        Known known = kept.getIfPresent(ByteBuffer.wrap(hash));
        if (known == null) {
            known = find(hash).orElse(null);
            if (known == null) {
                return Optional.empty();
            }
            kept.put(ByteBuffer.wrap(hash), known);
        }
        if (known.expires().isBefore(time.now())) {
            return Optional.empty();
        }
        return accounts.recent(known.person()).filter(Account::active).map(account -> {
            RightsAtCommit.given(account);
            return account.actor();
        });
    }

    public List<TokenView> of(UUID person) {
        return jdbc.sql(
                        "select id, label, created, expires from api_token where account = ? and expires > ? order by created desc")
                .param(person)
                .param(time.now().atOffset(ZoneOffset.UTC))
                .query((row, number) -> new TokenView(
                        row.getObject("id", UUID.class),
                        row.getString("label"),
                        row.getTimestamp("created").toInstant(),
                        row.getTimestamp("expires").toInstant()))
                .list();
    }

    /** Another person's token is as absent as one that never was. */
    public void revoke(UUID person, UUID id) {
        byte[] hash = jdbc.sql("select hash from api_token where id = ? and account = ?")
                .params(id, person)
                .query(byte[].class)
                .optional()
                .orElseThrow(Absent::new);
        transaction.executeWithoutResult(status -> {
            jdbc.sql("delete from api_token where id = ?").param(id).update();
            facts.publishEvent(new PersonFact.TokenRevoked(person, id));
        });
        kept.invalidate(ByteBuffer.wrap(hash));
    }

    /** Within the caller's transaction. */
    void revokeAll(UUID person) {
        jdbc.sql("delete from api_token where account = ?").param(person).update();
        kept.asMap().values().removeIf(known -> known.person().equals(person));
    }

    private Optional<Known> find(byte[] hash) {
        return jdbc.sql("select account, expires from api_token where hash = ?")
                .param(hash)
                .query((row, number) -> new Known(
                        row.getObject("account", UUID.class),
                        row.getTimestamp("expires").toInstant()))
                .optional();
    }
}
