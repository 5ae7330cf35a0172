package org.randot.commitments.reference.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.security.Principal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.reference.ChangeTreatyStatus;
import org.randot.commitments.reference.Instrument;
import org.randot.commitments.reference.MemberState;
import org.randot.commitments.reference.Standing;
import org.randot.commitments.reference.States;
import org.randot.commitments.reference.Treaties;
import org.randot.commitments.reference.TreatyRefused;
import org.randot.commitments.reference.TreatyStatus;
import org.randot.commitments.shared.Absent;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Treaty status, for the administrator: all states at a glance, one state, one entry. */
@Controller
@RequestMapping("/admin/treaties")
class TreatyController {
    private static final String PAGE = "reference/treaty";

    private final Treaties treaties;
    private final States states;

    TreatyController(Treaties treaties, States states) {
        this.treaties = treaties;
        this.states = states;
    }

    record TreatyForm(
            @NotNull @Nullable Standing status,

            @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
            LocalDate since,

            @Size(max = Treaties.LONGEST_RESERVATION) @Nullable
            String reservation,

            @Nullable String sourceUrl,
            @Nullable Integer version) {
        static TreatyForm of(TreatyStatus known) {
            return new TreatyForm(
                    known.status(), known.since(), known.reservation(), known.sourceUrl(), known.version());
        }

        ChangeTreatyStatus toChange(String state, Instrument instrument) {
            return new ChangeTreatyStatus(
                    state,
                    instrument,
                    status == null ? Standing.UNKNOWN : status,
                    since,
                    reservation == null ? "" : reservation,
                    sourceUrl == null ? "" : sourceUrl,
                    version == null ? 0 : version);
        }
    }

    @GetMapping
    String all(Model model, Locale reader) {
        Map<MemberState, List<TreatyStatus>> rows = new LinkedHashMap<>();
        states.all(reader).forEach(state -> rows.put(state, treaties.of(state.iso3())));
        model.addAttribute("rows", rows);
        model.addAttribute("instruments", Instrument.values());
        return "reference/treaties";
    }

    @GetMapping("/{iso3}")
    String state(@PathVariable String iso3, Model model) {
        model.addAttribute("state", states.get(iso3));
        model.addAttribute("treaties", treaties.of(iso3));
        model.addAttribute("history", treaties.history(iso3));
        return "reference/treaties-of-state";
    }

    @GetMapping("/{iso3}/{instrument}")
    String ask(@PathVariable String iso3, @PathVariable String instrument, Model model) {
        TreatyStatus known = treaties.of(iso3, known(instrument));
        model.addAttribute("form", TreatyForm.of(known));
        return page(known, model);
    }

    @PostMapping("/{iso3}/{instrument}")
    String change(
            @PathVariable String iso3,
            @PathVariable String instrument,
            @Valid @ModelAttribute("form") TreatyForm form,
            BindingResult errors,
            Model model,
            Principal who,
            RedirectAttributes flash) {
        TreatyStatus known = treaties.of(iso3, known(instrument));
        if (errors.hasErrors()) {
            return page(known, model);
        }
        try {
            treaties.change(form.toChange(iso3, known.instrument()), who.getName());
        } catch (TreatyRefused refused) {
            if (refused.field().isEmpty()) {
                errors.reject(refused.key(), refused.key());
            } else {
                errors.rejectValue(refused.field(), refused.key(), refused.key());
            }
            return page(known, model);
        }
        flash.addFlashAttribute("done", "reference.treaties.saved");
        return "redirect:/admin/treaties/" + known.state();
    }

    private String page(TreatyStatus known, Model model) {
        model.addAttribute("state", states.get(known.state()));
        model.addAttribute("known", known);
        model.addAttribute("statuses", Standing.values());
        return PAGE;
    }

    private static Instrument known(String code) {
        return Arrays.stream(Instrument.values())
                .filter(each -> each.name().equals(code))
                .findFirst()
                .orElseThrow(Absent::new);
    }
}
