package org.randot.commitments.reminders.mail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.identity.MachineTime;
import org.randot.commitments.reminders.mail.MailServer.Outcome;
import org.randot.commitments.reminders.mail.MailServer.Result;
import org.randot.commitments.shared.Ids;
import org.randot.commitments.shared.Language;
import org.randot.commitments.undertakings.UndertakingKey;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of outgoing mail. Each method is part of its caller's transaction. */
@Component
class Outbox {
    private static final String INSERT = """
            insert into outgoing_mail (id, key, person, message, local_day, language, address, message_id, subject, content, status,
                created_at, next_attempt_at, retry_until, error)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, cast(? as jsonb), ?, ?, ?, ?, ?) on conflict (key) do nothing
            """;
    private static final String ABOUT =
            "insert into mail_about (mail_id, undertaking, state) values (?, ?, ?) on conflict do nothing";
    private static final String CLAIM = """
            update outgoing_mail m set status = 'SENDING', claim = :claim, claimed_until = :until, attempts = attempts + 1,
                in_doubt = in_doubt or m.status = 'SENDING'
            where id = (select id from outgoing_mail
                where (status = 'WAITING' and next_attempt_at <= :now) or (status = 'SENDING' and claimed_until < :machine)
                order by next_attempt_at, id limit 1 for update skip locked)
            returning *
            """;

    private final JdbcTemplate batches;
    private final JdbcClient jdbc;
    private final MailSettings settings;
    private final MailServer server;
    private final MachineTime machine;
    private final ObjectMapper json;
    private final Clock clock;

    Outbox(
            JdbcTemplate batches,
            JdbcClient jdbc,
            MailSettings settings,
            MailServer server,
            MachineTime machine,
            ObjectMapper json,
            Clock clock) {
        this.batches = batches;
        this.jdbc = jdbc;
        this.settings = settings;
        this.server = server;
        this.machine = machine;
        this.json = json;
        this.clock = clock;
    }

    /** @param again it may have arrived already */
    record Claimed(
            UUID id,
            UUID claim,
            String message,
            Language language,
            @Nullable String address,
            String messageId,
            String subject,
            MailContent content,
            Instant createdAt,
            Instant retryUntil,
            int attempts,
            boolean again) {}

    /** Kept where no mail server is configured; failed at once where no address is known. */
    void put(Collection<OutgoingMail> mails) {
        if (mails.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        batches.batchUpdate(INSERT, mails.stream().map(mail -> row(mail, now)).toList());
        List<Object[]> about = new ArrayList<>();
        for (OutgoingMail mail : mails) {
            mail.content().lines().stream()
                    .map(MailContent.Line::undertaking)
                    .distinct()
                    .forEach(key -> about.add(new Object[] {
                        mail.id(), key, UndertakingKey.parse(key).state()
                    }));
        }
        batches.batchUpdate(ABOUT, about);
    }

    /** The next one that is due, or that another node left in doubt. Nobody else gets it until the claim runs out. */
    Optional<Claimed> claim() {
        return jdbc.sql(CLAIM)
                .param("claim", Ids.next())
                .param("until", utc(machine.now().plus(settings.lease())))
                .param("machine", utc(machine.now()))
                .param("now", utc(clock.instant()))
                .query(this::claimed)
                .optional();
    }

    /** What became of it; nothing where the claim was lost meanwhile. */
    void record(Claimed mail, Outcome outcome) {
        Instant now = clock.instant();
        boolean sent = outcome.result() == Result.SENT;
        boolean over = outcome.result() == Result.REFUSED
                || outcome.result() == Result.BROKEN
                || !now.isBefore(mail.retryUntil());
        String status = sent ? "SENT" : over ? "FAILED" : "WAITING";
        int mine = jdbc.sql("""
                update outgoing_mail set status = :status, claim = null, claimed_until = null, error = :error, next_attempt_at = :next,
                    in_doubt = in_doubt or :doubt, sent_at = :sent where id = :id and claim = :claim
                """)
                .param("status", status)
                .param("error", sent ? null : outcome.result() + " " + outcome.detail())
                .param("next", utc(now.plus(backOff(mail.attempts()))))
                .param("doubt", outcome.result() == Result.IN_DOUBT)
                .param("sent", sent ? utc(now) : null)
                .param("id", mail.id())
                .param("claim", mail.claim())
                .update();
        if (mine == 1) {
            jdbc.sql("insert into mail_attempt (mail_id, number, at, address, result, detail)"
                            + " values (:id, :number, :at, :address, :result, :detail)")
                    .param("id", mail.id())
                    .param("number", mail.attempts())
                    .param("at", utc(now))
                    .param("address", mail.address())
                    .param("result", outcome.result().name())
                    .param("detail", outcome.detail())
                    .update();
        }
    }

    /** An administrator wants it sent after all. */
    boolean again(UUID mail, @Nullable String address) {
        Instant now = clock.instant();
        return jdbc.sql("""
                update outgoing_mail set status = 'WAITING', next_attempt_at = :now, retry_until = :until,
                    address = coalesce(:address, address) where id = :id and status in ('FAILED', 'KEPT', 'WAITING')
                """)
                        .param("now", utc(now))
                        .param("until", utc(now.plus(settings.giveUpAfter())))
                        .param("address", address)
                        .param("id", mail)
                        .update()
                == 1;
    }

    /** 30 seconds, doubled each time up to half an hour, a fifth more or less so that nodes do not knock together. */
    static Duration backOff(int attempts) {
        long seconds = Math.min(30L << Math.min(attempts - 1, 10), 1800);
        return Duration.ofMillis(
                (long) (seconds * 1000 * ThreadLocalRandom.current().nextDouble(0.8, 1.2)));
    }

    private @Nullable Object[] row(OutgoingMail mail, Instant now) {
        boolean reachable = mail.address() != null;
        return new @Nullable Object[] {
            mail.id(),
            mail.key(),
            mail.person(),
            mail.message(),
            mail.day(),
            mail.language().name(),
            mail.address(),
            "<" + mail.id() + "@" + settings.domain() + ">",
            mail.subject(),
            write(mail.content()),
            reachable ? server.isConfigured() ? "WAITING" : "KEPT" : "FAILED",
            Timestamp.from(now),
            Timestamp.from(mail.notBefore()),
            Timestamp.from(mail.notBefore().plus(settings.giveUpAfter())),
            reachable ? null : "NO_ADDRESS"
        };
    }

    private Claimed claimed(ResultSet row, int number) throws SQLException {
        return new Claimed(
                row.getObject("id", UUID.class),
                row.getObject("claim", UUID.class),
                row.getString("message"),
                Language.valueOf(row.getString("language")),
                row.getString("address"),
                row.getString("message_id"),
                row.getString("subject"),
                read(row.getString("content")),
                Objects.requireNonNull(row.getObject("created_at", OffsetDateTime.class))
                        .toInstant(),
                Objects.requireNonNull(row.getObject("retry_until", OffsetDateTime.class))
                        .toInstant(),
                row.getInt("attempts"),
                row.getBoolean("in_doubt"));
    }

    private String write(MailContent content) {
        try {
            return json.writeValueAsString(content);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private MailContent read(String content) {
        try {
            return json.readValue(content, MailContent.class);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
