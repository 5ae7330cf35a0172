package org.randot.commitments.reference;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
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
    private final CalendarRules rules;
    private final Clock clock;
    private final ApplicationEventPublisher facts;

    Cycles(JdbcClient jdbc, CalendarRules rules, Clock clock, ApplicationEventPublisher facts) {
        this.jdbc = jdbc;
        this.rules = rules;
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
     * @throws CalendarRefused when the date cannot be that day, or the reason is missing
     */
    public Cycle moveMeetingDate(String code, LocalDate date, String reason, String changedBy, boolean placeholder) {
        Cycle before = get(code);
        rules.withMeetingDate(before, date);
        rules.requireReason(reason);
        if (date.equals(before.meetingDate()) && placeholder == before.placeholder()) {
            return before;
        }
        jdbc.sql("update cycle set meeting_date = ?, placeholder = ?, version = version + 1 where code = ?")
                .params(date, placeholder, code)
                .update();
        note(
                code,
                new CalendarChange(
                        CalendarChange.Key.M, clock.instant(), before.meetingDate(), date, true, reason, changedBy));
        facts.publishEvent(new CycleFact.MeetingDateMoved(code, before.meetingDate(), date, reason));
        return get(code);
    }

    /**
     * Sets the cut-off date apart from the meeting date, or lets it follow again. Due dates follow as they do when the meeting moves.
     *
     * @param date null = it follows the meeting date again
     * @param changedBy who did it, for the history
     * @throws CalendarRefused when the date cannot be that day, or the reason is missing
     */
    public Cycle moveCutOffDate(String code, @Nullable LocalDate date, String reason, String changedBy) {
        Cycle before = get(code);
        Cycle after = rules.withCutOffDate(before, date);
        rules.requireReason(reason);
        LocalDate to = after.cutOffDate();
        if (after.equals(before) || to == null) {
            return before;
        }
        jdbc.sql("update cycle set cut_off_date = ?, version = version + 1 where code = ?")
                .params(Arrays.asList(date, code))
                .update();
        boolean byHand = after.cutOffByHand();
        note(
                code,
                new CalendarChange(
                        CalendarChange.Key.C, clock.instant(), before.cutOffDate(), to, byHand, reason, changedBy));
        facts.publishEvent(new CycleFact.CutOffDateMoved(code, before.cutOffDate(), to, byHand, reason));
        return get(code);
    }

    private void note(String code, CalendarChange change) {
        known.forget();
        jdbc.sql("""
                        insert into cycle_date_change
                            (cycle, date_key, changed_at, old_date, new_date, by_hand, reason, changed_by)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(Arrays.asList(
                        code,
                        change.key().name(),
                        OffsetDateTime.ofInstant(change.changedAt(), ZoneOffset.UTC),
                        change.from(),
                        change.to(),
                        change.byHand(),
                        change.reason(),
                        change.changedBy()))
                .update();
    }

    /** How the meeting date and the cut-off date moved, newest first. */
    public List<CalendarChange> history(String code) {
        return jdbc.sql("select * from cycle_date_change where cycle = ? order by changed_at desc")
                .param(code)
                .query((row, number) -> new CalendarChange(
                        CalendarChange.Key.valueOf(row.getString("date_key")),
                        row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                        row.getObject("old_date", LocalDate.class),
                        row.getObject("new_date", LocalDate.class),
                        row.getBoolean("by_hand"),
                        row.getString("reason"),
                        row.getString("changed_by")))
                .list();
    }

    private static Cycle read(ResultSet row, int number) throws SQLException {
        LocalDate meeting = row.getObject("meeting_date", LocalDate.class);
        LocalDate byDefault = before(meeting, row.getInt("cut_off_days"));
        LocalDate byHand = row.getObject("cut_off_date", LocalDate.class);
        return new Cycle(
                row.getString("code"),
                row.getObject("adoption_date", LocalDate.class),
                row.getObject("mid_cycle_date", LocalDate.class),
                meeting,
                byHand == null ? byDefault : byHand,
                byDefault,
                byHand != null,
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
