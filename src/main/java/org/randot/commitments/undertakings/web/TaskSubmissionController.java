package org.randot.commitments.undertakings.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.forms.FormFinding;
import org.randot.commitments.forms.FormView;
import org.randot.commitments.forms.Forms;
import org.randot.commitments.shared.Forbidden;
import org.randot.commitments.shared.Refusal;
import org.randot.commitments.undertakings.DraftConflict;
import org.randot.commitments.undertakings.Extensions;
import org.randot.commitments.undertakings.NotWithCoordinator;
import org.randot.commitments.undertakings.SubmissionRefused;
import org.randot.commitments.undertakings.SubmitTask;
import org.randot.commitments.undertakings.TaskView;
import org.randot.commitments.undertakings.Tasks;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Handing a task in, after a last look at what the check found; taking it back; saying that it does not apply. */
@Controller
@RequestMapping("/tasks/{id}")
class TaskSubmissionController {
    private static final String PAGE = "undertakings/submit";

    private final Tasks tasks;
    private final Extensions extensions;
    private final Forms forms;
    private final TaskPage taskPage;
    private final Refusing refusing;
    private final MessageSource messages;

    TaskSubmissionController(
            Tasks tasks,
            Extensions extensions,
            Forms forms,
            TaskPage taskPage,
            Refusing refusing,
            MessageSource messages) {
        this.taskPage = taskPage;
        this.refusing = refusing;
        this.forms = forms;
        this.tasks = tasks;
        this.extensions = extensions;
        this.messages = messages;
    }

    @GetMapping("/submit")
    String confirm(@PathVariable UUID id, Model model, Locale reader) {
        return page(id, tasks.check(id, reader), "", model, reader);
    }

    @PostMapping("/submit")
    String submit(
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String comment,
            @RequestParam(name = "warning", required = false) @Nullable List<String> warnings,
            Model model,
            Locale reader,
            HttpServletResponse response,
            RedirectAttributes flash) {
        try {
            tasks.submit(new SubmitTask(id, version, null, comment, warnings == null ? List.of() : warnings), reader);
        } catch (SubmissionRefused refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return page(id, refused.findings(), comment, model, reader);
        } catch (Refusal refused) {
            refusing.tell(refused, model, reader, response);
            if (refused instanceof DraftConflict conflict) {
                Object[] other = {conflict.current().savedBy()};
                model.addAttribute("notDone", messages.getMessage("undertakings.submit.changed", other, reader));
            }
            return page(id, findings(id, reader), comment, model, reader);
        }
        flash.addFlashAttribute("done", "undertakings.task.submitted");
        return "redirect:/tasks/" + id;
    }

    /** Nothing where nothing can be handed in now. */
    private List<FormFinding> findings(UUID id, Locale reader) {
        try {
            return tasks.check(id, reader);
        } catch (NotWithCoordinator gone) {
            return List.of();
        }
    }

    private String page(UUID id, List<FormFinding> findings, String comment, Model model, Locale reader) {
        TaskView view = tasks.get(id, reader);
        if (view.may(TaskView.Action.FINISH)) {
            throw new Forbidden();
        }
        Map<String, String> trail = new LinkedHashMap<>();
        trail.put("/tasks", messages.getMessage("undertakings.tasks.title", new Object[0], reader));
        trail.put("/tasks/" + id, view.task().title());
        model.addAttribute("trail", trail);
        model.addAttribute("view", view);
        FormView shown = forms.view(view.form(), view.values(), findings, view.context(), view.texts());
        model.addAttribute("errors", shown.errors());
        model.addAttribute(
                "warned",
                shown.hints().stream()
                        .filter(hint -> hint.severity().equals("warning"))
                        .toList());
        model.addAttribute("warnings", of(findings, FormFinding.Severity.WARNING));
        model.addAttribute("comment", comment);
        return PAGE;
    }

    private static List<FormFinding> of(List<FormFinding> findings, FormFinding.Severity severity) {
        return findings.stream()
                .filter(finding -> finding.severity() == severity)
                .toList();
    }

    @PostMapping("/recall")
    String recall(@PathVariable UUID id, RedirectAttributes flash) {
        tasks.recall(id);
        flash.addFlashAttribute("done", "undertakings.task.recalled");
        return "redirect:/tasks/" + id;
    }

    @PostMapping("/extension")
    String extension(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            Locale reader,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var task = tasks.get(id, reader).task();
        try {
            extensions.request(task.undertaking(), task.stage(), date(until), reason);
        } catch (Refusal refused) {
            refusing.tell(refused, model, reader, response);
            return taskPage.again(id, new TaskPage.Typed("EXTENSION", reason, until), model, reader);
        }
        flash.addFlashAttribute("done", "undertakings.extension.requested");
        return "redirect:/tasks/" + id + "#extension-title";
    }

    private static @Nullable LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException none) {
            return null;
        }
    }

    @PostMapping("/not-applicable")
    String notApplicable(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            Locale reader,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var task = tasks.get(id, reader).task();
        try {
            tasks.requestNotApplicable(task.undertaking(), task.stage(), reason);
        } catch (Refusal refused) {
            refusing.tell(refused, model, reader, response);
            return taskPage.again(id, new TaskPage.Typed("NOT_APPLICABLE", reason), model, reader);
        }
        flash.addFlashAttribute("done", "undertakings.task.notApplicableRequested");
        return "redirect:/tasks/" + id;
    }
}
