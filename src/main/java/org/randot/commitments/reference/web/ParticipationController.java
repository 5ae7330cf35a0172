package org.randot.commitments.reference.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.security.Principal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.reference.Participation;
import org.randot.commitments.reference.ParticipationChange;
import org.randot.commitments.reference.ParticipationEffect;
import org.randot.commitments.reference.ParticipationPreview;
import org.randot.commitments.reference.ParticipationRefused;
import org.randot.commitments.reference.Participations;
import org.randot.commitments.reference.States;
import org.randot.commitments.shared.Text;
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

/** How states take part, for the administrator: all at a glance, and one to change, who sees first what it does. */
@Controller
@RequestMapping("/admin/participation")
class ParticipationController {
    private static final String PAGE = "reference/participation-of-state";

    private final Participations participations;
    private final States states;
    private final List<ParticipationPreview> previews;

    ParticipationController(Participations participations, States states, List<ParticipationPreview> previews) {
        this.participations = participations;
        this.states = states;
        this.previews = previews;
    }

    /** @param confirmed the person has seen what happens */
    record ParticipationForm(
            @NotNull @Nullable Participation participation,

            @NotNull @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
            LocalDate effectiveOn,

            @NotBlank @Size(max = 1000) @Nullable String en,
            @NotBlank @Size(max = 1000) @Nullable String es,
            @NotBlank @Size(max = 1000) @Nullable String pt,
            @NotBlank @Size(max = 1000) @Nullable String fr,
            @NotBlank @Size(max = 500) @Nullable String source,
            @Nullable Boolean confirmed) {
        /** Of a form without errors. */
        ParticipationChange toChange(String iso3) {
            return new ParticipationChange(
                    iso3,
                    Objects.requireNonNull(participation),
                    Objects.requireNonNull(effectiveOn),
                    new Text(words(en), words(es), words(pt), words(fr)),
                    words(source));
        }

        private static String words(@Nullable String text) {
            return Objects.requireNonNull(text).strip();
        }
    }

    @GetMapping
    String all(Model model, Locale reader) {
        model.addAttribute("states", states.all(reader));
        model.addAttribute("grounds", participations.grounds());
        return "reference/participation";
    }

    @GetMapping("/{iso3}")
    String state(@PathVariable String iso3, Model model) {
        model.addAttribute("form", new ParticipationForm(null, null, "", "", "", "", "", false));
        return page(iso3, model);
    }

    @PostMapping("/{iso3}")
    String change(
            @PathVariable String iso3,
            @Valid @ModelAttribute("form") ParticipationForm form,
            BindingResult errors,
            Model model,
            Principal who,
            RedirectAttributes flash) {
        states.get(iso3);
        if (errors.hasErrors()) {
            return page(iso3, model);
        }
        ParticipationChange change = form.toChange(iso3);
        if (!Boolean.TRUE.equals(form.confirmed())) {
            model.addAttribute("effect", effect(change));
            return page(iso3, model);
        }
        try {
            participations.change(change, who.getName());
        } catch (ParticipationRefused refused) {
            errors.rejectValue("effectiveOn", refused.key(), refused.key());
            return page(iso3, model);
        }
        flash.addFlashAttribute("done", "reference.participating.saved");
        return "redirect:/admin/participation/" + iso3;
    }

    private ParticipationEffect effect(ParticipationChange change) {
        return previews.stream()
                .map(each -> each.effect(change.iso3(), change.participation()))
                .reduce(
                        new ParticipationEffect(0, 0, 0),
                        (one, other) -> new ParticipationEffect(
                                one.starting() + other.starting(),
                                one.goingOn() + other.goingOn(),
                                one.ending() + other.ending()));
    }

    private String page(String iso3, Model model) {
        model.addAttribute("state", states.get(iso3));
        model.addAttribute("history", participations.noted(iso3));
        model.addAttribute("participations", Participation.values());
        model.addAttribute("languages", List.of("en", "es", "pt", "fr"));
        return PAGE;
    }
}
