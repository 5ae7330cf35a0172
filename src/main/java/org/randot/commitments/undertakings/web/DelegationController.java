package org.randot.commitments.undertakings.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.forms.FormView;
import org.randot.commitments.forms.Forms;
import org.randot.commitments.shared.Refusal;
import org.randot.commitments.undertakings.DelegatedPart;
import org.randot.commitments.undertakings.Delegations;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Parts of a task given to others: giving, looking at what came back, deciding on it; and the contributor's "ready". */
@Controller
@RequestMapping("/tasks/{id}")
class DelegationController {
    private final Delegations delegations;
    private final Forms forms;
    private final MessageSource messages;

    DelegationController(Delegations delegations, Forms forms, MessageSource messages) {
        this.delegations = delegations;
        this.forms = forms;
        this.messages = messages;
    }

    @PostMapping("/delegate")
    String delegate(
            @PathVariable UUID id,
            @RequestParam String to,
            @RequestParam(required = false) @Nullable List<String> fields,
            RedirectAttributes flash) {
        return done(
                id,
                flash,
                "undertakings.parts.given",
                () -> delegations.delegate(id, to, fields == null ? List.of() : fields));
    }

    /** The link is shown once, on the answer to this very request; it is kept nowhere. */
    @PostMapping("/links")
    String link(
            @PathVariable UUID id,
            @RequestParam String to,
            @RequestParam String section,
            @RequestParam(defaultValue = "" + Delegations.DEFAULT_DAYS) int days,
            Model model,
            Locale reader,
            RedirectAttributes flash) {
        try {
            model.addAttribute("made", delegations.link(id, to, section, days));
        } catch (Refusal refused) {
            return refusedOr(id, flash, refused);
        }
        model.addAttribute("trail", trail(id, reader));
        model.addAttribute("task", id);
        return "undertakings/link";
    }

    @PostMapping("/finish")
    String finish(@PathVariable UUID id, RedirectAttributes flash) {
        delegations.finish(id);
        flash.addFlashAttribute("done", "undertakings.parts.finished");
        return "redirect:/tasks/" + id;
    }

    @GetMapping("/parts/{part}")
    String show(@PathVariable UUID id, @PathVariable UUID part, Model model, Locale reader) {
        DelegatedPart shown = delegations.part(id, part, reader);
        String title = messages.getMessage("undertakings.parts.inDraft", new Object[0], reader);
        FormView.Beside beside = new FormView.Beside(Map.of(), shown.draft(), title);
        model.addAttribute("shown", shown);
        model.addAttribute(
                "form", forms.view(shown.form(), shown.answers(), List.of(), shown.context(), shown.texts(), beside));
        model.addAttribute("trail", trail(id, reader));
        return "undertakings/part";
    }

    @PostMapping("/parts/{part}/approve")
    String approve(@PathVariable UUID id, @PathVariable UUID part, Locale reader, RedirectAttributes flash) {
        return done(id, flash, "undertakings.parts.approved", () -> delegations.approve(id, part, reader));
    }

    @PostMapping("/parts/{part}/return")
    String sendBack(
            @PathVariable UUID id, @PathVariable UUID part, @RequestParam String note, RedirectAttributes flash) {
        return done(id, flash, "undertakings.parts.sentBack", () -> delegations.sendBack(id, part, note));
    }

    @PostMapping("/parts/{part}/take-back")
    String takeBack(@PathVariable UUID id, @PathVariable UUID part, RedirectAttributes flash) {
        return done(id, flash, "undertakings.parts.takenBack", () -> delegations.takeBack(id, part));
    }

    private Map<String, String> trail(UUID id, Locale reader) {
        Map<String, String> trail = new LinkedHashMap<>();
        trail.put("/tasks", messages.getMessage("undertakings.tasks.title", new Object[0], reader));
        trail.put("/tasks/" + id, messages.getMessage("undertakings.tasks.task", new Object[0], reader));
        return trail;
    }

    private static String done(UUID id, RedirectAttributes flash, String message, Runnable act) {
        try {
            act.run();
            flash.addFlashAttribute("done", message);
        } catch (Refusal refused) {
            return refusedOr(id, flash, refused);
        }
        return "redirect:/tasks/" + id + "#parts";
    }

    /** A broken rule is told on the page of the task, everything else on a page of its own. */
    private static String refusedOr(UUID id, RedirectAttributes flash, Refusal refused) {
        if (refused.kind() != Refusal.Kind.BROKEN_RULE) {
            throw refused;
        }
        flash.addFlashAttribute("notGiven", refused.key());
        return "redirect:/tasks/" + id + "#parts";
    }
}
