package org.randot.commitments.reference.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.security.Principal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.reference.CalendarEffect;
import org.randot.commitments.reference.CalendarEffects;
import org.randot.commitments.reference.Cycle;
import org.randot.commitments.reference.Cycles;
import org.randot.commitments.reference.DueDateShift;
import org.randot.commitments.reference.MemberState;
import org.randot.commitments.reference.States;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Cycles, their calendar, and the member states ({@code api.md}). */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Reference data")
class CycleResource {
    private final Cycles cycles;
    private final States states;
    private final CalendarEffects effects;

    CycleResource(Cycles cycles, States states, CalendarEffects effects) {
        this.cycles = cycles;
        this.states = states;
        this.effects = effects;
    }

    /**
     * @param date first day of the meeting
     * @param preview tell what would shift, change nothing
     */
    record MoveMeetingDate(@NotNull LocalDate date, @NotNull String reason, boolean preview) {}

    /**
     * @param date the cut-off date; null = it follows the meeting date again
     * @param preview tell what would shift, change nothing
     */
    record MoveCutOffDate(@Nullable LocalDate date, @NotNull String reason, boolean preview) {}

    /**
     * @param shifts due dates that would move, and what would come or go with its year; empty after a move that is done
     * @param yearsEntering reporting years that would enter the cycle; empty after a move that is done
     * @param yearsLeaving reporting years that would drop out; empty after a move that is done
     */
    record CalendarAnswer(
            Cycle cycle,
            boolean preview,
            List<DueDateShift> shifts,
            List<Integer> yearsEntering,
            List<Integer> yearsLeaving) {
        static CalendarAnswer of(CalendarEffect effect) {
            return new CalendarAnswer(
                    effect.calendar(), true, effect.shifts(), effect.yearsEntering(), effect.yearsLeaving());
        }

        static CalendarAnswer of(Cycle moved) {
            return new CalendarAnswer(moved, false, List.of(), List.of(), List.of());
        }
    }

    /** A member state in the reader's language. */
    record StateAnswer(
            String iso3,
            String iso2,
            String name,
            String subregion,
            String language,
            String timeZone,
            String participation) {
        static StateAnswer of(MemberState state, Locale reader) {
            return new StateAnswer(
                    state.iso3(),
                    state.iso2(),
                    state.name().in(reader),
                    state.subregion(),
                    state.language().tag(),
                    state.zone().getId(),
                    state.participation().name());
        }
    }

    @GetMapping("/cycles")
    @Operation(summary = "All cycles")
    List<Cycle> cycles() {
        return cycles.all();
    }

    @GetMapping("/cycles/{code}")
    @Operation(summary = "One cycle with its calendar")
    Cycle cycle(@PathVariable String code) {
        return cycles.get(code);
    }

    @PostMapping("/cycles/{code}/meeting-date")
    @Operation(summary = "Preview or set the first day of the meeting (administrator)")
    CalendarAnswer moveMeeting(
            @PathVariable String code, @Valid @RequestBody MoveMeetingDate body, @Nullable Principal who) {
        if (body.preview()) {
            return CalendarAnswer.of(effects.ofMeetingDate(code, body.date()));
        }
        return CalendarAnswer.of(cycles.moveMeetingDate(code, body.date(), body.reason(), name(who), false));
    }

    @PostMapping("/cycles/{code}/cut-off-date")
    @Operation(summary = "Preview or set the cut-off date, or let it follow the meeting date again (administrator)")
    CalendarAnswer moveCutOff(
            @PathVariable String code, @Valid @RequestBody MoveCutOffDate body, @Nullable Principal who) {
        if (body.preview()) {
            return CalendarAnswer.of(effects.ofCutOffDate(code, body.date()));
        }
        return CalendarAnswer.of(cycles.moveCutOffDate(code, body.date(), body.reason(), name(who)));
    }

    private static String name(@Nullable Principal who) {
        return who == null ? "" : who.getName();
    }

    @GetMapping("/states")
    @Operation(summary = "Member states, alphabetical in the reader's language")
    List<StateAnswer> states(Locale reader) {
        return states.all(reader).stream()
                .map(state -> StateAnswer.of(state, reader))
                .toList();
    }
}
