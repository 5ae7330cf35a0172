package org.randot.commitments.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.randot.commitments.shared.Time;

/** The cut-off date of a meeting on 15 October 2026 is 16 August, its report is circulated on 15 September. */
class CalendarRulesTests {
    private static final LocalDate MEETING = LocalDate.of(2026, 10, 15);
    private static final Cycle UNDATED =
            new Cycle("RANDOT-V", LocalDate.of(2024, 4, 9), null, null, null, null, false, null, null, true, "OPEN", 0);
    private static final Cycle CYCLE = UNDATED.withMeetingDate(MEETING);

    @Test
    void movesNothingButTheCutOff_whenItIsSetApart() {
        Cycle apart = rules("2026-03-02").withCutOffDate(CYCLE, LocalDate.of(2026, 9, 15));
        assertThat(apart.cutOffDate()).isEqualTo(LocalDate.of(2026, 9, 15));
        assertThat(apart.translationDate()).isEqualTo(CYCLE.translationDate());
        assertThat(apart.circulationDate()).isEqualTo(CYCLE.circulationDate());
        assertThat(rules("2026-03-02").withCutOffDate(apart, null)).isEqualTo(CYCLE);
        assertThat(apart.withMeetingDate(MEETING.plusDays(7)).cutOffDate()).isEqualTo(LocalDate.of(2026, 9, 15));
        assertThat(CYCLE.withMeetingDate(MEETING.plusDays(7)).cutOffDate()).isEqualTo(LocalDate.of(2026, 8, 23));
    }

    @Test
    void keepsTheCutOffBeforeTheReport_whenEitherMoves() {
        CalendarRules rules = rules("2026-03-02");
        refused(() -> rules.withCutOffDate(CYCLE, LocalDate.of(2026, 9, 16)), "cutOffAfterCirculation");
        Cycle apart = rules.withCutOffDate(CYCLE, LocalDate.of(2026, 9, 10));
        assertThat(rules.withMeetingDate(apart, MEETING.minusDays(5)).cutOffDate())
                .isEqualTo(LocalDate.of(2026, 9, 10));
        refused(() -> rules.withMeetingDate(apart, MEETING.minusDays(6)), "meetingBeforeCutOff");
        refused(() -> rules.withCutOffDate(UNDATED, LocalDate.of(2026, 9, 10)), "cutOffBeforeMeetingDate");
        refused(() -> rules.withCutOffDate(UNDATED, null), "cutOffBeforeMeetingDate");
    }

    @Test
    void takesNothingBack_whenTheDayHasPassed() {
        refused(() -> rules("2026-08-10").withCutOffDate(CYCLE, LocalDate.of(2026, 8, 9)), "cutOffPassed");
        assertThat(cutOff("2026-08-10", "2026-08-10")).isEqualTo(LocalDate.of(2026, 8, 10));
        refused(() -> rules("2026-08-20").withCutOffDate(CYCLE, LocalDate.of(2026, 8, 15)), "cutOffPassed");
        assertThat(cutOff("2026-08-20", "2026-08-18")).isEqualTo(LocalDate.of(2026, 8, 18));
        Cycle apart = CYCLE.withCutOffDate(LocalDate.of(2026, 9, 10));
        refused(() -> rules("2026-08-20").withCutOffDate(apart, null), "cutOffPassed");
        refused(() -> rules("2026-08-20").requireReason(" "), "reasonMissing");
    }

    private static @Nullable LocalDate cutOff(String today, String wanted) {
        return rules(today).withCutOffDate(CYCLE, LocalDate.parse(wanted)).cutOffDate();
    }

    private static CalendarRules rules(String today) {
        return new CalendarRules(
                Clock.fixed(Time.startOf(LocalDate.parse(today)).plusSeconds(3600), ZoneOffset.UTC));
    }

    private static void refused(ThrowingCallable act, String rule) {
        assertThatThrownBy(act).isInstanceOf(CalendarRefused.class).hasMessage("reference.refusal." + rule);
    }
}
