package org.randot.commitments.reminders.mail;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Notes which notices went into which mail, and knows what people do not want to hear of. */
@Component
class Told {
    private final JdbcTemplate batches;
    private final JdbcClient jdbc;

    Told(JdbcTemplate batches, JdbcClient jdbc) {
        this.batches = batches;
        this.jdbc = jdbc;
    }

    /** @param mail null where it is told by no mail */
    record Mark(UUID notice, @Nullable UUID mail) {}

    /** Undertakings that people muted. Overdue work and moved dates are told all the same. */
    record Muted(Set<String> pairs) {
        boolean hushes(Pending notice) {
            return notice.kind().mayBeMuted() && pairs.contains(notice.person() + " " + notice.undertaking());
        }
    }

    Muted muted(Collection<UUID> people) {
        return new Muted(jdbc
                .sql("select person, undertaking from undertaking_watch where mode = 'MUTE' and person in (:people)")
                .param("people", people)
                .query((row, n) -> row.getString("person") + " " + row.getString("undertaking"))
                .list()
                .stream()
                .collect(Collectors.toSet()));
    }

    void mark(List<Mark> marks) {
        if (!marks.isEmpty()) {
            UUID[] notices = marks.stream().map(Mark::notice).toArray(UUID[]::new);
            UUID[] mails = marks.stream().map(Mark::mail).toArray(UUID[]::new);
            batches.update("""
                    update notice n set mail = case when told.mail is null then 'DROPPED' else 'MAILED' end, mail_id = told.mail
                    from unnest(?::uuid[], ?::uuid[]) as told (notice, mail) where n.id = told.notice
                    """, statement -> {
                statement.setArray(1, statement.getConnection().createArrayOf("uuid", notices));
                statement.setArray(2, statement.getConnection().createArrayOf("uuid", mails));
            });
        }
    }
}
