package org.randot.commitments.reminders.mail;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.randot.commitments.identity.Contacts;
import org.randot.commitments.identity.Contacts.Contact;
import org.randot.commitments.shared.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Turns news that people are told at once into a mail each, held back only by their quiet hours. */
@Component
class NewsBatch {
    private static final int SIZE = 200;
    private static final String WAITING = "select " + Pending.COLUMNS
            + " from notice n where n.mail = 'ONCE' order by n.created_at, n.id limit :size for update skip locked";

    private final JdbcClient jdbc;
    private final Told told;
    private final Contacts contacts;
    private final MailPreferences preferences;
    private final MailWriter writer;
    private final Outbox outbox;
    private final Clock clock;

    NewsBatch(
            JdbcClient jdbc,
            Told told,
            Contacts contacts,
            MailPreferences preferences,
            MailWriter writer,
            Outbox outbox,
            Clock clock) {
        this.jdbc = jdbc;
        this.told = told;
        this.contacts = contacts;
        this.preferences = preferences;
        this.writer = writer;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** @return whether there may be more */
    boolean write() {
        List<Pending> waiting =
                jdbc.sql(WAITING).param("size", SIZE).query(Pending::read).list();
        if (waiting.isEmpty()) {
            return false;
        }
        List<UUID> people = waiting.stream().map(Pending::person).distinct().toList();
        Map<UUID, Contact> known = contacts.of(people);
        Map<UUID, Rhythm> rhythms = preferences.of(known);
        Told.Muted muted = told.muted(people);
        List<OutgoingMail> mails = new ArrayList<>();
        List<Told.Mark> marks = new ArrayList<>();
        for (Pending each : waiting) {
            Optional<OutgoingMail> mail = Optional.ofNullable(known.get(each.person()))
                    .filter(person -> person.active() && !muted.hushes(each))
                    .map(person -> mail(each, person, rhythms.getOrDefault(person.id(), Rhythm.usual(person.zone()))));
            mail.ifPresent(mails::add);
            marks.add(new Told.Mark(each.id(), mail.map(OutgoingMail::id).orElse(null)));
        }
        outbox.put(mails);
        told.mark(marks);
        return waiting.size() == SIZE;
    }

    private OutgoingMail mail(Pending notice, Contact person, Rhythm rhythm) {
        Instant now = clock.instant();
        Locale language = person.language().locale();
        return new OutgoingMail(
                Ids.next(),
                "notice/" + notice.id(),
                person.id(),
                "news",
                rhythm.day(now),
                person.language(),
                person.email(),
                writer.sentence(notice.line(), language),
                new MailContent(person.name(), 0, 0, List.of(notice.line())),
                rhythm.afterQuiet(now));
    }
}
