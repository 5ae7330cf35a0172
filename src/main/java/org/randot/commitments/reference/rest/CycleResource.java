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
import org.randot.commitments.reference.Cycle;
import org.randot.commitments.reference.Cycles;
import org.randot.commitments.reference.DueDateShift;
import org.randot.commitments.reference.MeetingDatePreview;
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
    private final List<MeetingDatePreview> previews;

    CycleResource(Cycles cycles, States states, List<MeetingDatePreview> previews) {
        this.cycles = cycles;
        this.states = states;
        this.previews = previews;
    }

    /**
     * @param date first day of the meeting
     * @param preview tell what would shift, change nothing
     */
    record MoveMeetingDate(@NotNull LocalDate date, @NotNull String reason, boolean preview) {}

    /** @param shifts due dates that would move; empty after a move that is done */
    record MeetingDateAnswer(Cycle cycle, boolean preview, List<DueDateShift> shifts) {}

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
    MeetingDateAnswer move(
            @PathVariable String code, @Valid @RequestBody MoveMeetingDate body, @Nullable Principal who) {
        if (body.preview()) {
            Cycle moved = cycles.get(code).withMeetingDate(body.date());
            return new MeetingDateAnswer(
                    moved,
                    true,
                    previews.stream()
                            .flatMap(preview -> preview.shifts(moved).stream())
                            .toList());
        }
        String name = who == null ? "" : who.getName();
        return new MeetingDateAnswer(
                cycles.moveMeetingDate(code, body.date(), body.reason(), name, false), false, List.of());
    }

    @GetMapping("/states")
    @Operation(summary = "Member states, alphabetical in the reader's language")
    List<StateAnswer> states(Locale reader) {
        return states.all(reader).stream()
                .map(state -> StateAnswer.of(state, reader))
                .toList();
    }
}
