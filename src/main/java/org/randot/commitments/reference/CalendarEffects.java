package org.randot.commitments.reference;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.shared.ModuleApi;
import org.springframework.transaction.annotation.Transactional;

/** Tells an administrator what moving a date of the calendar would do, before it is moved. */
@ModuleApi
@Transactional(readOnly = true)
public class CalendarEffects {
    private final Cycles cycles;
    private final CalendarRules rules;
    private final List<CalendarPreview> previews;

    CalendarEffects(Cycles cycles, CalendarRules rules, List<CalendarPreview> previews) {
        this.cycles = cycles;
        this.rules = rules;
        this.previews = previews;
    }

    /** @throws CalendarRefused when the meeting cannot begin on that day */
    public CalendarEffect ofMeetingDate(String code, LocalDate date) {
        Cycle before = cycles.get(code);
        return effect(before, rules.withMeetingDate(before, date));
    }

    /**
     * @param date null = it follows the meeting date again
     * @throws CalendarRefused when the cut-off date cannot be that day
     */
    public CalendarEffect ofCutOffDate(String code, @Nullable LocalDate date) {
        Cycle before = cycles.get(code);
        return effect(before, rules.withCutOffDate(before, date));
    }

    private CalendarEffect effect(Cycle before, Cycle calendar) {
        List<DueDateShift> shifts = previews.stream()
                .flatMap(preview -> preview.shifts(calendar).stream())
                .toList();
        return CalendarEffect.of(before, calendar, shifts);
    }
}
