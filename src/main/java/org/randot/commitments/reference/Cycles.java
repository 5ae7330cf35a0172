package org.randot.commitments.reference;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.shared.Absent;
import org.randot.commitments.shared.ModuleApi;
import org.randot.commitments.shared.ReadOnce;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The cycles and their calendar (domain.md 3.2). */
@ModuleApi
public class Cycles {
    private final JdbcClient jdbc;
    private final ReadOnce<String, Cycle> known = new ReadOnce<>();
    private final Clock clock;
    private final ApplicationEventPublisher facts;

    Cycles(JdbcClient jdbc, Clock clock, ApplicationEventPublisher facts) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.facts = facts;
    }

    public List<Cycle> all() {
        return jdbc.sql("select * from cycle order by adoption_date")
                .query(Cycles::read)
                .list();
    }

    /** The cycle that is open now. */
    public Cycle current() {
        return jdbc.sql("select * from cycle where state = 'OPEN' order by adoption_date desc limit 1")
                .query(Cycles::read)
                .single();
    }

    /** @throws Absent for an unknown code */
    public Cycle get(String code) {
        return known.get(
                        code,
                        () -> jdbc.sql("select * from cycle where code = ?")
                                .param(code)
                                .query(Cycles::read)
                                .optional())
                .orElseThrow(Absent::new);
    }

    /**
     * Sets the first day of the Fifth Meeting. Due dates follow, because {@link CycleFact.MeetingDateMoved} is published in this
     * transaction.
     *
     * @param changedBy who did it, for the history
     * @param placeholder the date is not official, and every page says so
     * @throws MeetingDateRefused when the date does not lie after the adoption, or the reason is missing
     */
    public Cycle moveMeetingDate(String code, LocalDate date, String reason, String changedBy, boolean placeholder) {
        Cycle before = get(code);
        MeetingDateRefused.unlessPossible(before, date, reason);
        if (date.equals(before.meetingDate()) && placeholder == before.placeholder()) {
            return before;
        }
        jdbc.sql("update cycle set meeting_date = ?, placeholder = ?, version = version + 1 where code = ?")
                .params(date, placeholder, code)
                .update();
        known.forget();
        jdbc.sql(
                        "insert into cycle_meeting_date (cycle, changed_at, old_date, new_date, reason, changed_by) values (?, ?, ?, ?, ?, ?)")
                .params(
                        code,
                        OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC),
                        before.meetingDate(),
                        date,
                        reason,
                        changedBy)
                .update();
        facts.publishEvent(new CycleFact.MeetingDateMoved(code, before.meetingDate(), date, reason));
        return get(code);
    }

    /** How the meeting date moved, newest first. */
    public List<MeetingDateChange> history(String code) {
        return jdbc.sql("select * from cycle_meeting_date where cycle = ? order by changed_at desc")
                .param(code)
                .query((row, number) -> new MeetingDateChange(
                        row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                        row.getObject("old_date", LocalDate.class),
                        row.getObject("new_date", LocalDate.class),
                        row.getString("reason"),
                        row.getString("changed_by")))
                .list();
    }

    private static Cycle read(ResultSet row, int number) throws SQLException {
        LocalDate meeting = row.getObject("meeting_date", LocalDate.class);
        return new Cycle(
                row.getString("code"),
                row.getObject("adoption_date", LocalDate.class),
                row.getObject("mid_cycle_date", LocalDate.class),
                meeting,
                before(meeting, row.getInt("cut_off_days")),
                before(meeting, row.getInt("translation_days")),
                before(meeting, row.getInt("circulation_days")),
                row.getBoolean("placeholder"),
                row.getString("state"),
                row.getInt("version"));
    }

    private static @Nullable LocalDate before(@Nullable LocalDate meeting, int days) {
        return meeting == null ? null : meeting.minusDays(days);
    }
}
