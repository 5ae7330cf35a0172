package org.randot.commitments.reference;

import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.shared.Time;
import org.springframework.stereotype.Component;

/** Where the dates of a calendar may lie (domain.md 3.2); each answers the calendar as it would be. */
@Component
class CalendarRules {
    private final Clock clock;

    CalendarRules(Clock clock) {
        this.clock = clock;
    }

    /** The cut-off date moves along, unless it was set by hand; then the report must not be circulated before it. */
    Cycle withMeetingDate(Cycle before, LocalDate date) {
        if (!date.isAfter(before.adoptionDate())) {
            throw new CalendarRefused("meetingBeforeAdoption", before.adoptionDate());
        }
        Cycle after = before.withMeetingDate(date);
        LocalDate cutOff = after.cutOffDate();
        LocalDate circulation = after.circulationDate();
        if (after.cutOffByHand() && cutOff != null && circulation != null && cutOff.isAfter(circulation)) {
            throw new CalendarRefused("meetingBeforeCutOff", cutOff, circulation);
        }
        return after;
    }

    /** Not without a meeting, not after the report is circulated (and so not after the meeting), and nothing is taken back. */
    Cycle withCutOffDate(Cycle before, @Nullable LocalDate date) {
        Cycle after = before.withCutOffDate(date);
        LocalDate circulation = before.circulationDate();
        LocalDate wanted = after.cutOffDate();
        if (circulation == null || wanted == null) {
            throw new CalendarRefused("cutOffBeforeMeetingDate");
        }
        if (wanted.isAfter(circulation)) {
            throw new CalendarRefused("cutOffAfterCirculation", circulation);
        }
        if (!wanted.equals(before.cutOffDate()) && takesBack(before.cutOffDate(), wanted)) {
            throw new CalendarRefused("cutOffPassed", wanted);
        }
        return after;
    }

    /**
     * A day that has passed would make late what was handed in on time, and overdue what is open. Only where the cut-off date passed
     * already may it lie in the past: later than it was.
     */
    private boolean takesBack(@Nullable LocalDate before, LocalDate wanted) {
        return wanted.isBefore(Time.today(clock)) && (before == null || wanted.isBefore(before));
    }

    void requireReason(String reason) {
        if (reason.isBlank()) {
            throw new CalendarRefused("reasonMissing");
        }
    }
}
