package org.randot.commitments.reminders.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RhythmTests {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    /** What falls due at midnight of the seat is told when the quiet hours end, whatever the clocks of the person do that night. */
    @ParameterizedTest
    @CsvSource({
        "America/New_York, 2025-03-08T13:00:00Z, 2025-03-09T11:00:00Z", // clocks go forward at 2 o'clock
        "America/New_York, 2025-11-01T12:00:00Z, 2025-11-02T12:00:00Z", // and back
        "America/Sao_Paulo, 2018-11-03T12:00:00Z, 2018-11-04T09:00:00Z", // no midnight that day: it begins at 1 o'clock
        "America/Sao_Paulo, 2018-02-17T12:00:00Z, 2018-02-18T10:00:00Z", // 23 o'clock twice
        "America/Sao_Paulo, 2025-11-01T12:00:00Z, 2025-11-02T10:00:00Z", // no summer time any more
        "UTC, 2025-03-08T12:00:00Z, 2025-03-09T07:00:00Z",
        "UTC, 2024-02-28T12:00:00Z, 2024-02-29T07:00:00Z", // a leap day
        "UTC, 2024-02-29T12:00:00Z, 2024-03-01T07:00:00Z",
        "UTC, 2025-02-28T12:00:00Z, 2025-03-01T07:00:00Z",
        "UTC, 2025-04-30T12:00:00Z, 2025-05-01T07:00:00Z",
        "America/New_York, 2024-02-28T15:00:00Z, 2024-02-29T12:00:00Z",
        "America/New_York, 2024-02-29T15:00:00Z, 2024-03-01T12:00:00Z",
        "America/New_York, 2025-02-28T15:00:00Z, 2025-03-01T12:00:00Z",
        "America/New_York, 2025-04-30T15:00:00Z, 2025-05-01T11:00:00Z",
        "America/Sao_Paulo, 2024-02-28T15:00:00Z, 2024-02-29T10:00:00Z",
        "America/Sao_Paulo, 2024-02-29T15:00:00Z, 2024-03-01T10:00:00Z",
        "America/Sao_Paulo, 2024-03-01T02:00:00Z, 2024-03-01T10:00:00Z", // still 29 February there
        "America/Sao_Paulo, 2025-02-28T15:00:00Z, 2025-03-01T10:00:00Z",
        "America/Sao_Paulo, 2025-04-30T15:00:00Z, 2025-05-01T10:00:00Z",
        "America/New_York, 2025-12-31T23:00:00Z, 2026-01-01T12:00:00Z",
    })
    void comesWhenTheQuietHoursEnd(String zone, Instant written, Instant expected) {
        Rhythm rhythm = Rhythm.usual(ZoneId.of(zone));
        assertThat(rhythm.digest(written, written, null, null)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"America/New_York", "America/Sao_Paulo", "UTC"})
    void comesOncePerLocalDay_givenSomethingToTellEachHourOfTwoYears(String zone) {
        // given
        Rhythm rhythm = Rhythm.usual(ZoneId.of(zone));
        Instant now = Instant.parse("2017-11-01T00:00:00Z");
        Instant end = Instant.parse("2019-11-01T00:00:00Z");
        Set<LocalDate> days = new HashSet<>();
        LocalDate last = null;
        // when
        while (now.isBefore(end)) {
            Instant next = rhythm.digest(now, now, null, last);
            LocalDate day = rhythm.day(next);
            assertThat(days.add(day)).as("%s", day).isTrue();
            assertThat(ZonedDateTime.ofInstant(next, rhythm.zone()).toLocalTime())
                    .isAfterOrEqualTo(Rhythm.QUIET_UNTIL);
            last = day;
            now = next.plusSeconds(3600);
        }
        // then no day was left out
        assertThat(days).hasSize(731);
    }

    @Test
    void waitsForMonday_givenAWeeklyDigest() {
        Rhythm weekly = new Rhythm(NEW_YORK, true, LocalTime.of(20, 0), LocalTime.of(7, 0));
        Instant tuesday = Instant.parse("2025-03-04T15:00:00Z");
        assertThat(weekly.digest(tuesday, tuesday, null, null)).isEqualTo("2025-03-10T11:00:00Z");
        // but overdue work does not wait
        assertThat(weekly.digest(tuesday, tuesday, tuesday, null)).isEqualTo("2025-03-05T12:00:00Z");
        assertThat(weekly.digest(tuesday, null, tuesday, null)).isEqualTo("2025-03-05T12:00:00Z");
    }

    @Test
    void waitsForTheNextDay_whenTodaysDigestIsWritten() {
        Rhythm rhythm = Rhythm.usual(NEW_YORK);
        Instant morning = Instant.parse("2025-03-05T12:00:00Z");
        LocalDate today = LocalDate.of(2025, 3, 5);
        assertThat(rhythm.digest(morning, morning.minusSeconds(60), null, today))
                .isEqualTo("2025-03-06T12:00:00Z");
    }

    @Test
    void comesLate_whenNobodyWasThereInTheMorning() {
        Rhythm rhythm = Rhythm.usual(NEW_YORK);
        Instant midnight = Instant.parse("2025-03-05T05:00:00Z");
        Instant noon = Instant.parse("2025-03-05T17:00:00Z");
        Instant night = Instant.parse("2025-03-06T02:00:00Z");
        assertThat(rhythm.digest(noon, midnight, null, null)).isEqualTo(noon);
        assertThat(rhythm.digest(night, midnight, null, null)).isEqualTo("2025-03-06T12:00:00Z");
    }

    @ParameterizedTest
    @CsvSource({
        "20:00, 07:00, 2025-03-05T01:00:00Z, 2025-03-05T07:00:00Z",
        "20:00, 07:00, 2025-03-05T20:00:00Z, 2025-03-06T07:00:00Z",
        "20:00, 07:00, 2025-03-05T07:00:00Z, 2025-03-05T07:00:00Z",
        "12:00, 14:00, 2025-03-05T13:00:00Z, 2025-03-05T14:00:00Z",
        "12:00, 14:00, 2025-03-05T15:00:00Z, 2025-03-05T15:00:00Z",
        "08:00, 08:00, 2025-03-05T03:00:00Z, 2025-03-05T03:00:00Z",
    })
    void isSilentInTheQuietHours(LocalTime from, LocalTime until, Instant moment, Instant expected) {
        Rhythm rhythm = new Rhythm(ZoneId.of("UTC"), false, from, until);
        assertThat(rhythm.afterQuiet(moment)).isEqualTo(expected);
    }
}
