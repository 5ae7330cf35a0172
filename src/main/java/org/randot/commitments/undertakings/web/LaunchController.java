package org.randot.commitments.undertakings.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.packages.Catalogue;
import org.randot.commitments.reference.Cycle;
import org.randot.commitments.reference.Cycles;
import org.randot.commitments.reference.States;
import org.randot.commitments.undertakings.LaunchProgress;
import org.randot.commitments.undertakings.Launches;
import org.randot.commitments.undertakings.MeetingDateMissing;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Launching the cycle, with its progress. */
@Controller
@RequestMapping("/admin/launch")
class LaunchController {
    private final Launches launches;
    private final Cycles cycles;
    private final States states;
    private final Catalogue catalogue;

    LaunchController(Launches launches, Cycles cycles, States states, Catalogue catalogue) {
        this.launches = launches;
        this.cycles = cycles;
        this.states = states;
        this.catalogue = catalogue;
    }

    @GetMapping
    String show(Model model, Locale reader) {
        Cycle cycle = cycles.current();
        Optional<LaunchProgress> last = launches.last(cycle.code());
        model.addAttribute("cycle", cycle);
        model.addAttribute("progress", last.orElse(null));
        model.addAttribute("running", launches.started(cycle.code()));
        model.addAttribute("rule", launches.rule(cycle.code()));
        model.addAttribute("states", states.active(reader));
        model.addAttribute("commitments", catalogue.all());
        return "undertakings/launch";
    }

    @GetMapping("/progress")
    String progress(Model model) {
        model.addAttribute("progress", launches.last(cycles.current().code()).orElse(null));
        return "undertakings/launch :: progress";
    }

    @PostMapping
    String launch(
            @RequestParam(required = false) @Nullable List<String> state,
            @RequestParam(required = false) @Nullable List<String> commitment,
            RedirectAttributes flash) {
        try {
            launches.launch(cycles.current().code(), state, commitment);
            flash.addFlashAttribute("done", "undertakings.launch.requested");
        } catch (MeetingDateMissing refused) {
            flash.addFlashAttribute("refused", refused.key());
        }
        return "redirect:/admin/launch";
    }
}
