package org.randot.commitments.reminders.mail;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.randot.commitments.identity.Actor;
import org.randot.commitments.identity.Contacts;
import org.randot.commitments.identity.Contacts.Contact;
import org.randot.commitments.identity.CurrentActor;
import org.randot.commitments.shared.Absent;
import org.randot.commitments.shared.ModuleApi;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How people want to be told: their own choice, and nobody else's. */
@ModuleApi
public class MailPreferences {
    private final JdbcClient jdbc;
    private final Contacts contacts;
    private final CurrentActor actors;

    MailPreferences(JdbcClient jdbc, Contacts contacts, CurrentActor actors) {
        this.jdbc = jdbc;
        this.contacts = contacts;
        this.actors = actors;
    }

    /** The actor's own. */
    public Rhythm mine() {
        Actor me = actors.get();
        Map<UUID, Contact> known = contacts.of(java.util.List.of(me.id()));
        if (known.isEmpty()) {
            throw new Absent();
        }
        return of(known).getOrDefault(me.id(), Rhythm.usual(ZoneId.of("UTC")));
    }

    public void choose(Rhythm wanted) {
        UUID me = actors.get().id();
        contacts.changeZone(me, wanted.zone());
        jdbc.sql("""
                insert into mail_preference (person, weekly, quiet_from, quiet_until) values (:me, :weekly, :from, :until)
                on conflict (person) do update set weekly = excluded.weekly, quiet_from = excluded.quiet_from,
                    quiet_until = excluded.quiet_until
                """)
                .param("me", me)
                .param("weekly", wanted.weekly())
                .param("from", wanted.quietFrom())
                .param("until", wanted.quietUntil())
                .update();
    }

    /** Of each of these. */
    Map<UUID, Rhythm> of(Map<UUID, Contact> people) {
        Map<UUID, Rhythm> found = new HashMap<>();
        people.forEach((id, contact) -> found.put(id, Rhythm.usual(contact.zone())));
        chosen(people.keySet()).forEach((id, choice) -> {
            Contact contact = people.get(id);
            if (contact != null) {
                found.put(id, new Rhythm(contact.zone(), choice.weekly(), choice.from(), choice.until()));
            }
        });
        return found;
    }

    private record Choice(UUID person, boolean weekly, LocalTime from, LocalTime until) {}

    private Map<UUID, Choice> chosen(Collection<UUID> people) {
        Map<UUID, Choice> found = new HashMap<>();
        if (!people.isEmpty()) {
            jdbc.sql("select person, weekly, quiet_from, quiet_until from mail_preference where person in (:people)")
                    .param("people", people)
                    .query((row, n) -> new Choice(
                            row.getObject("person", UUID.class),
                            row.getBoolean("weekly"),
                            row.getObject("quiet_from", LocalTime.class),
                            row.getObject("quiet_until", LocalTime.class)))
                    .list()
                    .forEach(choice -> found.put(choice.person(), choice));
        }
        return found;
    }
}
