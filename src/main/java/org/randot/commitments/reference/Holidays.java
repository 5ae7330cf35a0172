package org.randot.commitments.reference;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Working days by the table of holidays, which changes once a year and is read once. */
@Component
class Holidays implements WorkingDays {
    private final JdbcClient jdbc;
    private volatile @Nullable Set<LocalDate> days;

    Holidays(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean isFree(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY
                || day.getDayOfWeek() == DayOfWeek.SUNDAY
                || holidays().contains(day);
    }

    private Set<LocalDate> holidays() {
        Set<LocalDate> known = days;
        if (known == null) {
            known = Set.copyOf(
                    jdbc.sql("select day from holiday").query(LocalDate.class).list());
            days = known;
        }
        return known;
    }
}
