package org.randot.commitments.reminders.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.identity.Contacts;
import org.randot.commitments.identity.Contacts.Contact;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Gathers what waits into one digest per person and local day. One node at a time: another one leaves it to the first. */
@Component
class DigestBatch {
    private static final int SIZE = 500;
    /** From the eastern to the western edge of the hemisphere. */
    private static final Duration ONE_MORNING = Duration.ofHours(8);

    private static final String LOCK = "select pg_try_advisory_xact_lock(hashtext('reminders.digest'))";
    private static final String STILL_TO_TAKE = """
            select exists (select 1 from reminder_step s join reminder_ladder l on l.id = s.ladder_id
                where s.taken_at is null and s.due_day <= cast(:now as timestamptz) at time zone 'America/New_York'
                  and l.open and l.due_version = s.due_version)
            """;
    private static final String WHO = """
            select person, min(created_at) filter (where kind not similar to '%(OVERDUE|ESCALATION)') as oldest,
                   min(created_at) filter (where kind similar to '%(OVERDUE|ESCALATION)') as overdue,
                   (select max(local_day) from outgoing_mail m where m.person = n.person and m.message = 'digest') as last
            from notice n where mail = 'DIGEST' group by person
            """;
    /** Of what opened or waits to be checked, what is settled is not here any more; of a series only what still holds: its ladder is open and has the date that the notice speaks of. */
    private static final String WHAT = "select " + Pending.COLUMNS + """
            , n.kind in ('STAGE_OPENED', 'TO_CHECK') or exists (select 1 from reminder_ladder l
                where l.undertaking = n.undertaking and l.stage = n.stage and l.open and l.due_date = n.due_date
                  and l.subject = case when n.kind like 'REVIEW%' then 'REVIEW' else 'STAGE' end
                  and l.kind = case when n.kind like '%ESCALATION' then 'ESCALATION' else 'REMINDER' end) as holds
            from notice n where n.mail = 'DIGEST' and n.person in (:people) order by n.created_at, n.id
            """;

    private final JdbcClient jdbc;
    private final Told told;
    private final Contacts contacts;
    private final MailPreferences preferences;
    private final DigestWriter digests;
    private final Outbox outbox;

    DigestBatch(
            JdbcClient jdbc,
            Told told,
            Contacts contacts,
            MailPreferences preferences,
            DigestWriter digests,
            Outbox outbox) {
        this.jdbc = jdbc;
        this.told = told;
        this.contacts = contacts;
        this.preferences = preferences;
        this.digests = digests;
        this.outbox = outbox;
    }

    private record Waiting(
            UUID person,
            @Nullable Instant oldest,
            @Nullable Instant overdue,
            @Nullable LocalDate last) {}

    private record Found(Pending notice, boolean holds) {}

    /** When digests may be written next: a moment that serves all whose morning lies within the same hours. */
    Optional<Instant> next(Instant now) {
        List<Waiting> waiting = waiting();
        Map<UUID, Rhythm> rhythms = preferences.of(contacts.of(ids(waiting)));
        List<Instant> moments = waiting.stream()
                .flatMap(each -> Optional.ofNullable(rhythms.get(each.person())).stream()
                        .map(rhythm -> rhythm.digest(now, each.oldest(), each.overdue(), each.last())))
                .filter(moment -> moment.isAfter(now))
                .sorted()
                .toList();
        return moments.stream()
                .filter(moment -> moment.isBefore(moments.get(0).plus(ONE_MORNING)))
                .reduce((earlier, later) -> later);
    }

    /** @return whether there is more to do now */
    boolean write(Instant now) {
        boolean mine = jdbc.sql(LOCK).query(Boolean.class).single();
        if (!mine || isStillToTake(now)) {
            return false;
        }
        List<Waiting> waiting = waiting();
        if (waiting.isEmpty()) {
            return false;
        }
        Map<UUID, Contact> known = contacts.of(ids(waiting));
        Map<UUID, Rhythm> rhythms = preferences.of(known);
        List<UUID> due = waiting.stream()
                .filter(each -> isDue(each, rhythms.get(each.person()), now))
                .map(Waiting::person)
                .limit(SIZE)
                .toList();
        if (!due.isEmpty()) {
            write(now, due, known, rhythms);
        }
        return due.size() == SIZE;
    }

    private void write(Instant now, List<UUID> people, Map<UUID, Contact> known, Map<UUID, Rhythm> rhythms) {
        Told.Muted muted = told.muted(people);
        Map<UUID, List<Found>> found = jdbc
                .sql(WHAT)
                .param("people", people)
                .query((row, n) -> new Found(Pending.read(row, n), row.getBoolean("holds")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(each -> each.notice().person()));
        DigestWriter.Counts counts = digests.counts();
        List<OutgoingMail> mails = new ArrayList<>();
        List<Told.Mark> marks = new ArrayList<>();
        found.forEach((id, notices) -> {
            Map<String, Pending> lines = new HashMap<>();
            Contact person = known.get(id);
            if (person != null && person.active()) {
                notices.stream()
                        .filter(each -> each.holds() && !muted.hushes(each.notice()))
                        .forEach(each -> lines.put(each.notice().subject(), each.notice()));
            }
            UUID mail = null;
            if (person != null && !lines.isEmpty()) {
                Rhythm rhythm = rhythms.getOrDefault(id, Rhythm.usual(person.zone()));
                OutgoingMail digest = digests.digest(person, rhythm.day(now), lines.values(), counts, now);
                mails.add(digest);
                mail = digest.id();
            }
            for (Found each : notices) {
                marks.add(new Told.Mark(each.notice().id(), lines.containsValue(each.notice()) ? mail : null));
            }
        });
        outbox.put(mails);
        told.mark(marks);
    }

    /** A reminder that another node is about to write belongs into the same digest. */
    private boolean isStillToTake(Instant now) {
        return jdbc.sql(STILL_TO_TAKE)
                .param("now", now.atOffset(java.time.ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }

    /** Whoever is unknown is due at once: there is nobody to wait for. */
    private static boolean isDue(Waiting each, @Nullable Rhythm rhythm, Instant now) {
        return rhythm == null
                || !rhythm.digest(now, each.oldest(), each.overdue(), each.last())
                        .isAfter(now);
    }

    private List<Waiting> waiting() {
        return jdbc.sql(WHO).query(DigestBatch::read).list();
    }

    private static Waiting read(ResultSet row, int number) throws SQLException {
        return new Waiting(
                row.getObject("person", UUID.class),
                instant(row.getObject("oldest", OffsetDateTime.class)),
                instant(row.getObject("overdue", OffsetDateTime.class)),
                row.getObject("last", LocalDate.class));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private static Collection<UUID> ids(List<Waiting> waiting) {
        return waiting.stream().map(Waiting::person).toList();
    }
}
