package org.randot.commitments.reference;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.randot.commitments.shared.ModuleApi;
import org.randot.commitments.shared.Text;
import org.randot.commitments.shared.Time;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which states take part is data with a day and a reason, not code (domain.md 2.2). */
@ModuleApi
public class Participations {
    private final JdbcClient jdbc;
    private final States states;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    Participations(JdbcClient jdbc, States states, ApplicationEventPublisher facts, Clock clock) {
        this.jdbc = jdbc;
        this.states = states;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * Notes a change, and carries it out where its day has come.
     *
     * @param changedBy who did it, for the history
     * @throws ParticipationRefused without a reason in each language and a source, or for a second change on one day
     */
    public void change(ParticipationChange change, String changedBy) {
        states.get(change.iso3());
        Text reason = change.reason();
        if (change.source().isBlank()
                || Stream.of(reason.en(), reason.es(), reason.pt(), reason.fr()).anyMatch(String::isBlank)) {
            throw new ParticipationRefused("participationReason");
        }
        int noted = jdbc.sql(
                        "insert into participation_change values (?, ?, ?, ?, ?, ?, ?, ?, ?, false) on conflict do nothing")
                .params(
                        change.iso3(),
                        change.effectiveOn(),
                        change.participation().name(),
                        reason.en(),
                        reason.es(),
                        reason.pt(),
                        reason.fr(),
                        change.source(),
                        changedBy)
                .update();
        if (noted == 0) {
            throw new ParticipationRefused("participationTwice");
        }
        carryOut();
    }

    /** The newest first. @throws org.randot.commitments.shared.Absent for an unknown state */
    public List<ParticipationChange> history(String iso3) {
        return noted(iso3).stream().map(NotedParticipation::change).toList();
    }

    /** The same with who noted it, and whether its day has come. @throws org.randot.commitments.shared.Absent for an unknown state */
    public List<NotedParticipation> noted(String iso3) {
        states.get(iso3);
        return jdbc.sql("select * from participation_change where iso3 = ? order by effective_on desc")
                .param(iso3)
                .query(Participations::read)
                .list();
    }

    /** By state, the change on which its participation rests; none where it always took part. */
    public Map<String, NotedParticipation> grounds() {
        return jdbc.sql("""
                        select distinct on (iso3) * from participation_change where carried_out order by iso3, effective_on desc""").query(Participations::read).list().stream()
                .collect(Collectors.toMap(noted -> noted.change().iso3(), Function.identity()));
    }

    private static NotedParticipation read(ResultSet row, int number) throws SQLException {
        return new NotedParticipation(
                new ParticipationChange(
                        row.getString("iso3"),
                        Participation.valueOf(row.getString("participation")),
                        row.getObject("effective_on", LocalDate.class),
                        new Text(
                                row.getString("reason_en"),
                                row.getString("reason_es"),
                                row.getString("reason_pt"),
                                row.getString("reason_fr")),
                        row.getString("source")),
                row.getString("changed_by"),
                row.getBoolean("carried_out"));
    }

    /** Carries out every change whose day has come; each once. */
    public void carryOut() {
        record Due(String iso3, LocalDate day, Participation participation, String reason) {}
        jdbc
                .sql("""
                        update participation_change set carried_out = true where not carried_out and effective_on <= ?
                        returning iso3, effective_on, participation, reason_en""")
                .param(Time.today(clock))
                .query((row, number) -> new Due(
                        row.getString("iso3"),
                        row.getObject("effective_on", LocalDate.class),
                        Participation.valueOf(row.getString("participation")),
                        row.getString("reason_en")))
                .list()
                .stream()
                .sorted(Comparator.comparing(Due::day))
                .forEach(due -> {
                    jdbc.sql("update member_state set participation = ? where iso3 = ?")
                            .params(due.participation().name(), due.iso3())
                            .update();
                    states.forget();
                    facts.publishEvent(new ParticipationFact(due.iso3(), due.participation(), due.reason()));
                });
    }

    /** The next day after this one on which a change falls due. */
    public Optional<LocalDate> nextAfter(LocalDate day) {
        return jdbc.sql("select effective_on from participation_change where not carried_out and effective_on > ?"
                        + " order by effective_on limit 1")
                .param(day)
                .query(LocalDate.class)
                .optional();
    }
}
