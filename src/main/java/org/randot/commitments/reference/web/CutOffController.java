package org.randot.commitments.reference.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
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
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The cut-off date, set apart from the meeting date or following it again: an administrator sees what shifts before it shifts. */
@Controller
class CutOffController {
    private final Cycles cycles;
    private final CalendarEffects effects;
    private final CalendarPage page;

    CutOffController(Cycles cycles, CalendarEffects effects, CalendarPage page) {
        this.cycles = cycles;
        this.effects = effects;
        this.page = page;
    }

    /**
     * @param cutOff not asked where it is to follow
     * @param follow it shall follow the meeting date again
     * @param confirmed the person has seen the preview of what shifts
     */
    record CutOffForm(
            @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
            LocalDate cutOff,

            @NotBlank @Size(max = 500) @Nullable String cutOffReason,
            @Nullable Boolean follow,
            @Nullable Boolean confirmed) {
        boolean isFollow() {
            return Boolean.TRUE.equals(follow);
        }

        @Nullable
        LocalDate wanted() {
            return isFollow() ? null : cutOff;
        }
    }

    @PostMapping("/admin/calendar/cut-off")
    String move(
            @Valid @ModelAttribute(CalendarPage.CUT_OFF) CutOffForm form,
            BindingResult errors,
            Model model,
            Locale reader,
            Principal who,
            RedirectAttributes flash) {
        String reason = form.cutOffReason();
        if (!form.isFollow() && form.cutOff() == null && !errors.hasFieldErrors("cutOff")) {
            errors.rejectValue("cutOff", "reference.registerProblem.DATE");
        }
        if (errors.hasErrors() || reason == null) {
            return page.show(model);
        }
        String cycle = cycles.current().code();
        try {
            if (!Boolean.TRUE.equals(form.confirmed())) {
                return page.show(model, reader, effects.ofCutOffDate(cycle, form.wanted()), CalendarPage.CUT_OFF);
            }
            cycles.moveCutOffDate(cycle, form.wanted(), reason, who.getName());
        } catch (CalendarRefused refused) {
            errors.rejectValue("cutOff", refused.key(), refused.arguments(), refused.key());
            return page.show(model);
        }
        flash.addFlashAttribute("done", "reference.calendar.cutOffMoved");
        return "redirect:/admin/calendar";
    }
}
