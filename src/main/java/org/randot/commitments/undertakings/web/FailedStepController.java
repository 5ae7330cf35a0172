package org.randot.commitments.undertakings.web;

import org.randot.commitments.undertakings.FailedSteps;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Steps of processes that failed, for the administrator. */
@Controller
@RequestMapping("/admin/failed-steps")
class FailedStepController {
    private final FailedSteps steps;

    FailedStepController(FailedSteps steps) {
        this.steps = steps;
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("steps", steps.list());
        return "undertakings/failed-steps";
    }

    @PostMapping("/{id}/again")
    String tryAgain(@PathVariable String id, RedirectAttributes flash) {
        steps.tryAgain(id);
        flash.addFlashAttribute("done", "undertakings.failed.again.done");
        return "redirect:/admin/failed-steps";
    }
}
