package org.randot.commitments.undertakings.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.randot.commitments.shared.Absent;
import org.randot.commitments.shared.Forbidden;
import org.randot.commitments.shared.Refusal;
import org.randot.commitments.undertakings.EvidenceAbout;
import org.randot.commitments.undertakings.EvidenceFiles;
import org.randot.commitments.undertakings.EvidenceView;
import org.randot.commitments.undertakings.TaskView;
import org.randot.commitments.undertakings.Tasks;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One document of a task: what is said of it, and who besides the state may see it. */
@Controller
@RequestMapping("/tasks/{id}/evidence/{document}")
class DocumentController {
    private static final String PAGE = "undertakings/document";

    private final EvidenceFiles files;
    private final Tasks tasks;
    private final Refusing refusing;
    private final MessageSource messages;

    DocumentController(EvidenceFiles files, Tasks tasks, Refusing refusing, MessageSource messages) {
        this.files = files;
        this.tasks = tasks;
        this.refusing = refusing;
        this.messages = messages;
    }

    @GetMapping
    String show(@PathVariable UUID id, @PathVariable UUID document, Model model, Locale reader) {
        EvidenceView shown = require(id, document, model, reader);
        return page(shown, EvidenceForm.of(shown.about(), reader), model);
    }

    @PostMapping
    String save(
            @PathVariable UUID id,
            @PathVariable UUID document,
            EvidenceForm about,
            Model model,
            Locale reader,
            HttpServletResponse response,
            RedirectAttributes flash) {
        EvidenceView shown = require(id, document, model, reader);
        try {
            files.describe(document, said(shown, about, reader));
        } catch (Refusal refused) {
            refusing.tell(refused, model, reader, response);
            return page(shown, about, model);
        }
        flash.addFlashAttribute("done", "undertakings.evidence.described");
        return "redirect:/tasks/" + id + "#evidence";
    }

    /** Of what was handed in the page sends only who may see it. */
    private static EvidenceAbout said(EvidenceView shown, EvidenceForm about, Locale reader) {
        EvidenceAbout now = shown.about();
        EvidenceForm sent = shown.submitted() && about.kind() == null ? EvidenceForm.of(now, reader) : about;
        EvidenceAbout given = sent.toAbout(now.title(), reader);
        return new EvidenceAbout(
                given.title(),
                given.kind(),
                given.issuingAgency(),
                given.documentDate(),
                given.language(),
                given.classification(),
                about.visibility() == null ? now.visibility() : about.visibility());
    }

    private EvidenceView require(UUID id, UUID document, Model model, Locale reader) {
        TaskView view = tasks.get(id, reader);
        EvidenceView shown = view.evidence().stream()
                .filter(each -> each.id().equals(document))
                .findFirst()
                .orElseThrow(Absent::new);
        if (!view.may(TaskView.Action.DESCRIBE)) {
            throw new Forbidden();
        }
        Map<String, String> trail = new LinkedHashMap<>();
        trail.put("/tasks", messages.getMessage("undertakings.tasks.title", new Object[0], reader));
        trail.put("/tasks/" + id, view.task().title());
        model.addAttribute("trail", trail);
        model.addAttribute("task", view.task());
        model.addAttribute("kinds", TaskPage.kinds(view));
        return shown;
    }

    private static String page(EvidenceView shown, EvidenceForm about, Model model) {
        model.addAttribute("document", shown);
        model.addAttribute("about", about);
        return PAGE;
    }
}
