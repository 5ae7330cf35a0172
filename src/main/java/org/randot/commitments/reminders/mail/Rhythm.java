package org.randot.commitments.reminders.mail;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;

/**
 * When a person is told by mail. A digest goes out when the quiet hours end: every day, or on Mondays; overdue work does not wait for
 * Monday. Between equal times there are no quiet hours. Days are local days; a clock change shifts the moment, never the day.
 */
public record Rhythm(ZoneId zone, boolean weekly, LocalTime quietFrom, LocalTime quietUntil) {
    public static final LocalTime QUIET_FROM = LocalTime.of(20, 0);
    public static final LocalTime QUIET_UNTIL = LocalTime.of(7, 0);

    /** For those who have chosen nothing. */
    public static Rhythm usual(ZoneId zone) {
        return new Rhythm(zone, false, QUIET_FROM, QUIET_UNTIL);
    }

    /**
     * The first moment, not before {@code now}, at which a digest may be written.
     *
     * @param oldest since when something waits; null for nothing but overdue work
     * @param oldestOverdue since when overdue work waits; null for none
     * @param last local day of the person's last digest
     */
    Instant digest(Instant now, @Nullable Instant oldest, @Nullable Instant oldestOverdue, @Nullable LocalDate last) {
        Instant moment = Instant.MAX;
        if (oldest != null) {
            moment = momentAfter(oldest, weekly);
        }
        if (oldestOverdue != null) {
            moment = min(moment, momentAfter(oldestOverdue, false));
        }
        moment = max(moment, now);
        if (last != null && !day(moment).isAfter(last)) {
            moment = max(moment, startOf(last.plusDays(1)));
        }
        return afterQuiet(moment);
    }

    /** The moment itself, or the end of the quiet hours it falls into. */
    public Instant afterQuiet(Instant moment) {
        ZonedDateTime local = moment.atZone(zone);
        LocalTime time = local.toLocalTime();
        if (quietFrom.equals(quietUntil)) {
            return moment;
        }
        boolean overnight = quietFrom.isAfter(quietUntil);
        boolean late = !time.isBefore(quietFrom);
        boolean early = time.isBefore(quietUntil);
        if (overnight ? !late && !early : !(late && early)) {
            return moment;
        }
        return max(moment, startOf(local.toLocalDate().plusDays(overnight && late ? 1 : 0)));
    }

    /** The person's local day. */
    public LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, zone);
    }

    private Instant momentAfter(Instant since, boolean onMondays) {
        LocalDate day = day(since);
        if (startOf(day).isBefore(since)) {
            day = day.plusDays(1);
        }
        return startOf(onMondays ? day.with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY)) : day);
    }

    private Instant startOf(LocalDate day) {
        return day.atTime(quietUntil).atZone(zone).toInstant();
    }

    private static Instant min(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant max(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
