package org.randot.commitments.reminders.mail;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.randot.commitments.identity.Contacts.Contact;
import org.randot.commitments.identity.Role;
import org.randot.commitments.shared.Ids;
import org.randot.commitments.undertakings.TaskCounts;
import org.randot.commitments.undertakings.Tasks;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** One person's digest of one day: its lines by due date, and how much is open altogether. */
@Component
class DigestWriter {
    private static final Comparator<Pending> BY_DUE_DATE = Comparator.comparing(
                    Pending::due, Comparator.nullsLast(Comparator.<LocalDate>naturalOrder()))
            .thenComparing(Pending::undertaking)
            .thenComparing(pending -> String.valueOf(pending.stage()))
            .thenComparing(Pending::kind);

    private final MessageSource messages;
    private final Tasks tasks;

    DigestWriter(MessageSource messages, Tasks tasks) {
        this.messages = messages;
        this.tasks = tasks;
    }

    /** How many tasks are open and overdue in each state. */
    record Counts(Map<String, TaskCounts> byState) {}

    Counts counts() {
        return new Counts(tasks.countsByState());
    }

    OutgoingMail digest(Contact person, LocalDate day, Collection<Pending> pending, Counts counts, Instant now) {
        List<MailContent.Line> lines =
                pending.stream().sorted(BY_DUE_DATE).map(Pending::line).toList();
        boolean works = person.roles().contains(Role.NATIONAL_COORDINATOR);
        TaskCounts own = works ? counts.byState().get(String.valueOf(person.state())) : null;
        long open = own == null ? lines.size() : own.open();
        long overdue = own == null
                ? lines.stream().filter(line -> line.kind().tellsOfOverdue()).count()
                : own.overdue();
        Locale language = person.language().locale();
        String key = works ? "reminders.mail.digest.subject" : "reminders.mail.digest.others";
        return new OutgoingMail(
                Ids.next(),
                "digest/" + person.id() + "/" + day,
                person.id(),
                "digest",
                day,
                person.language(),
                person.email(),
                messages.getMessage(key, new Object[] {open, overdue}, language),
                new MailContent(person.name(), open, overdue, lines),
                now);
    }
}
