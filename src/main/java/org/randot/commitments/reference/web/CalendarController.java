package org.randot.commitments.reference.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.security.Principal;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.reference.CalendarEffects;
import org.randot.commitments.reference.CalendarRefused;
import org.randot.commitments.reference.Cycles;
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
    private final Cycles cycles;
    private final CalendarEffects effects;
    private final CalendarPage page;

    CalendarController(Cycles cycles, CalendarEffects effects, CalendarPage page) {
        this.cycles = cycles;
        this.effects = effects;
        this.page = page;
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
    String show(Model model) {
        return page.show(model);
    }

    @PostMapping
    String move(
            @Valid @ModelAttribute(CalendarPage.MEETING) MeetingDateForm form,
            BindingResult errors,
            Model model,
            Locale reader,
            Principal who,
            RedirectAttributes flash) {
        LocalDate date = form.date();
        String reason = form.reason();
        if (errors.hasErrors() || date == null || reason == null) {
            return page.show(model);
        }
        String cycle = cycles.current().code();
        try {
            if (!form.isConfirmed()) {
                return page.show(model, reader, effects.ofMeetingDate(cycle, date), CalendarPage.MEETING);
            }
            cycles.moveMeetingDate(cycle, date, reason, who.getName(), form.isPlaceholder());
        } catch (CalendarRefused refused) {
            errors.rejectValue("date", refused.key(), refused.arguments(), refused.key());
            return page.show(model);
        }
        flash.addFlashAttribute("done", "reference.calendar.moved");
        return "redirect:/admin/calendar";
    }
}
