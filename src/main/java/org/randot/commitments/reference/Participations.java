package org.randot.commitments.reference;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
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
        states.get(iso3);
        return jdbc.sql("select * from participation_change where iso3 = ? order by effective_on desc")
                .param(iso3)
                .query((row, number) -> new ParticipationChange(
                        row.getString("iso3"),
                        Participation.valueOf(row.getString("participation")),
                        row.getObject("effective_on", LocalDate.class),
                        new Text(
                                row.getString("reason_en"),
                                row.getString("reason_es"),
                                row.getString("reason_pt"),
                                row.getString("reason_fr")),
                        row.getString("source")))
                .list();
    }

    /** Carries out every change whose day has come; each once. */
    public void carryOut() {
        record Due(String iso3, Participation participation, String reason) {}
        jdbc.sql("""
                        update participation_change set carried_out = true where not carried_out and effective_on <= ?
                        returning iso3, participation, reason_en""")
                .param(Time.today(clock))
                .query((row, number) -> new Due(
                        row.getString("iso3"),
                        Participation.valueOf(row.getString("participation")),
                        row.getString("reason_en")))
                .list()
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
