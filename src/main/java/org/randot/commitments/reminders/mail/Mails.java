package org.randot.commitments.reminders.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.identity.Actor;
import org.randot.commitments.identity.Contacts;
import org.randot.commitments.identity.CurrentActor;
import org.randot.commitments.identity.People;
import org.randot.commitments.identity.Role;
import org.randot.commitments.shared.Absent;
import org.randot.commitments.shared.Forbidden;
import org.randot.commitments.shared.ModuleApi;
import org.randot.commitments.shared.Paged;
import org.randot.commitments.shared.Paging;
import org.randot.commitments.undertakings.UndertakingKey;
import org.randot.commitments.undertakings.Undertakings;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was sent, when, to whom, with which result. Everybody sees the own; administrator and secretariat see all. */
@ModuleApi
public class Mails {
    private static final String FROM = " from outgoing_mail m join account a on a.id = m.person";
    private static final String NEWEST = " order by m.created_at desc, m.id desc limit :size offset :offset";

    private final JdbcClient jdbc;
    private final Outbox outbox;
    private final MailServer server;
    private final People people;
    private final Contacts contacts;
    private final Undertakings undertakings;
    private final CurrentActor actors;

    Mails(
            JdbcClient jdbc,
            Outbox outbox,
            MailServer server,
            People people,
            Contacts contacts,
            Undertakings undertakings,
            CurrentActor actors) {
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.server = server;
        this.people = people;
        this.contacts = contacts;
        this.undertakings = undertakings;
        this.actors = actors;
    }

    /** Where a mail stands. */
    public enum Status {
        WAITING,
        SENDING,
        SENT,
        KEPT,
        FAILED
    }

    /**
     * @param error first word of what went wrong last, empty for nothing
     * @param inDoubt sent more than once, because nobody knew whether it had arrived
     */
    public record SentMail(
            UUID id,
            String person,
            @Nullable String address,
            String subject,
            Status status,
            Instant createdAt,
            @Nullable Instant sentAt,
            int attempts,
            boolean inDoubt,
            String error) {}

    /** @param since when the oldest mail that should have left was written */
    public record Trouble(
            boolean configured,
            long delayed,
            long failed,
            long kept,
            @Nullable Instant since,
            String error) {
        public boolean isAny() {
            return delayed > 0 || failed > 0;
        }
    }

    public Paged<SentMail> mine(Paging paging) {
        return page(" where m.person = :who", actors.get().id().toString(), paging);
    }

    /**
     * @throws Forbidden for another's mail, but for administrator and secretariat
     * @throws Absent when there is no such person
     */
    public Paged<SentMail> of(String username, Paging paging) {
        if (username.equals(actors.get().username())) {
            return mine(paging);
        }
        mayOversee();
        Actor person = people.byUsername(username).orElseThrow(Absent::new);
        return page(" where m.person = :who", person.id().toString(), paging);
    }

    /** @throws Absent when the actor may not know of the undertaking */
    public Paged<SentMail> about(UndertakingKey undertaking, Paging paging) {
        undertakings.get(undertaking);
        mayOversee();
        return page(
                " where exists (select 1 from mail_about x where x.mail_id = m.id and x.undertaking = :who)",
                undertaking.toString(),
                paging);
    }

    /** Everything, or only what stands so; for the administrator. */
    public Paged<SentMail> all(Optional<Status> status, Paging paging) {
        mayAdminister();
        return page(
                " where (:who = '' or m.status = :who)", status.map(Enum::name).orElse(""), paging);
    }

    /** Whether mail gets through; for the administrator. */
    public Trouble trouble() {
        mayAdminister();
        return jdbc.sql("""
                select count(*) filter (where status = 'WAITING' and attempts > 0) as delayed,
                       count(*) filter (where status = 'FAILED') as failed, count(*) filter (where status = 'KEPT') as kept,
                       min(created_at) filter (where status = 'WAITING' and attempts > 0) as since,
                       max(error) filter (where status = 'WAITING' and attempts > 0) as error
                from outgoing_mail where status in ('WAITING', 'FAILED', 'KEPT')
                """)
                .query((row, n) -> new Trouble(
                        server.isConfigured(),
                        row.getLong("delayed"),
                        row.getLong("failed"),
                        row.getLong("kept"),
                        instant(row.getObject("since", OffsetDateTime.class)),
                        word(row.getString("error"))))
                .single();
    }

    /**
     * Sends a mail again that failed or was kept, to the address that the person has now.
     *
     * @throws Absent when there is none that could be sent
     * @throws AddressMissing when the person has none
     */
    public void resend(UUID mail) {
        mayAdminister();
        UUID person = jdbc.sql("select person from outgoing_mail where id = :id")
                .param("id", mail)
                .query(UUID.class)
                .optional()
                .orElseThrow(Absent::new);
        Contacts.Contact contact = contacts.of(List.of(person)).get(person);
        String address = contact == null ? null : contact.email();
        if (address == null) {
            throw new AddressMissing();
        }
        if (!outbox.again(mail, address)) {
            throw new Absent();
        }
    }

    /** Who may see everybody's mail. */
    public boolean mayOverseeAll() {
        return actors.get().isAny(Role.ADMINISTRATOR, Role.TECHNICAL_SECRETARIAT);
    }

    private void mayOversee() {
        if (!mayOverseeAll()) {
            throw new Forbidden();
        }
    }

    private void mayAdminister() {
        if (!actors.get().is(Role.ADMINISTRATOR)) {
            throw new Forbidden();
        }
    }

    private Paged<SentMail> page(String where, String who, Paging paging) {
        String condition = where.replace("m.person = :who", "m.person = cast(:who as uuid)");
        long total = jdbc.sql("select count(*)" + FROM + condition)
                .param("who", who)
                .query(Long.class)
                .single();
        List<SentMail> found = jdbc.sql("select m.*, a.name" + FROM + condition + NEWEST)
                .param("who", who)
                .param("size", paging.size())
                .param("offset", paging.offset())
                .query(Mails::read)
                .list();
        return Paged.of(found, paging, total);
    }

    private static SentMail read(ResultSet row, int number) throws SQLException {
        return new SentMail(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("address"),
                row.getString("subject"),
                Status.valueOf(row.getString("status")),
                Objects.requireNonNull(row.getObject("created_at", OffsetDateTime.class))
                        .toInstant(),
                instant(row.getObject("sent_at", OffsetDateTime.class)),
                row.getInt("attempts"),
                row.getBoolean("in_doubt"),
                word(row.getString("error")));
    }

    private static String word(@Nullable String error) {
        return error == null ? "" : error.split(" ", 2)[0];
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
