package org.randot.commitments.shared;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Dates of the process are those of the seat (domain.md 3.2, rule 1): a task expires at 23:59:59 in Washington, D.C. */
@Configuration(proxyBeanMethods = false)
public class Time {
    public static final ZoneId SEAT = ZoneId.of("America/New_York");

    public static LocalDate today(Clock clock) {
        return LocalDate.ofInstant(clock.instant(), SEAT);
    }

    public static LocalDate dateOf(Instant instant) {
        return LocalDate.ofInstant(instant, SEAT);
    }

    /** The first instant of a date at the seat. */
    public static Instant startOf(LocalDate date) {
        return date.atStartOfDay(SEAT).toInstant();
    }

    /** The last second of a date at the seat. */
    public static Instant endOf(LocalDate date) {
        return date.atTime(LocalTime.of(23, 59, 59)).atZone(SEAT).toInstant();
    }

    @Bean
    MovableClock clock() {
        return new MovableClock();
    }
}
