package org.randot.commitments.reference.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.security.Principal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.reference.Cycle;
import org.randot.commitments.reference.Cycles;
import org.randot.commitments.reference.DueDateShift;
import org.randot.commitments.reference.MeetingDatePreview;
import org.randot.commitments.reference.MeetingDateRefused;
import org.randot.commitments.reference.MemberState;
import org.randot.commitments.reference.States;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The calendar of the cycle: an administrator sees what a new meeting date shifts before it shifts. */
@Controller
@RequestMapping("/admin/calendar")
class CalendarController {
    private static final String PAGE = "reference/calendar";

    private final Cycles cycles;
    private final States states;
    private final List<MeetingDatePreview> previews;

    CalendarController(Cycles cycles, States states, List<MeetingDatePreview> previews) {
        this.cycles = cycles;
        this.states = states;
        this.previews = previews;
    }

    /** @param confirmed the person has seen the preview of what shifts; a box that is not ticked is not posted at all */
    record MeetingDateForm(
            @NotNull @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
            LocalDate date,

            @NotBlank @Nullable String reason,
            @Nullable Boolean placeholder,
            @Nullable Boolean confirmed) {
        boolean isPlaceholder() {
            return Boolean.TRUE.equals(placeholder);
        }

        boolean isConfirmed() {
            return Boolean.TRUE.equals(confirmed);
        }
    }

    @GetMapping
    String show(Model model, Locale reader) {
        Cycle cycle = cycles.current();
        model.addAttribute("form", new MeetingDateForm(cycle.meetingDate(), "", cycle.placeholder(), false));
        return page(model, reader);
    }

    @PostMapping
    String move(
            @Valid @ModelAttribute("form") MeetingDateForm form,
            BindingResult errors,
            Model model,
            Locale reader,
            Principal who,
            RedirectAttributes flash) {
        LocalDate date = form.date();
        String reason = form.reason();
        if (errors.hasErrors() || date == null || reason == null) {
            return page(model, reader);
        }
        if (!form.isConfirmed()) {
            return preview(date, model, reader);
        }
        try {
            cycles.moveMeetingDate(cycles.current().code(), date, reason, who.getName(), form.isPlaceholder());
            flash.addFlashAttribute("done", "reference.calendar.moved");
            return "redirect:/admin/calendar";
        } catch (MeetingDateRefused refused) {
            errors.rejectValue("date", refused.key(), refused.arguments(), refused.key());
            return page(model, reader);
        }
    }

    private String preview(LocalDate date, Model model, Locale reader) {
        Cycle calendar = cycles.current().withMeetingDate(date);
        List<DueDateShift> shifts = previews.stream()
                .flatMap(each -> each.shifts(calendar).stream())
                .toList();
        model.addAttribute("preview", calendar);
        model.addAttribute("shifts", shifts);
        model.addAttribute(
                "names",
                states.all(reader).stream()
                        .collect(Collectors.toMap(
                                MemberState::iso3, state -> state.name().in(reader))));
        return page(model, reader);
    }

    private String page(Model model, Locale reader) {
        Cycle cycle = cycles.current();
        model.addAttribute("cycle", cycle);
        model.addAttribute("history", cycles.history(cycle.code()));
        model.addAttribute("states", states.all(reader));
        return PAGE;
    }
}
