package org.randot.commitments.undertakings.web;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.shared.Refusal;
import org.randot.commitments.undertakings.AddEvidence;
import org.randot.commitments.undertakings.EvidenceFiles;
import org.springframework.core.io.Resource;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Documents of a task. With htmx only their part of the page is drawn anew, so that nothing typed beside it is lost. */
@Controller
class TaskEvidenceController {
    private static final String PART = "undertakings/task :: evidence";

    private final EvidenceFiles files;
    private final TaskPage page;

    TaskEvidenceController(EvidenceFiles files, TaskPage page) {
        this.files = files;
        this.page = page;
    }

    /** What the person says about a document. */
    record EvidenceForm(
            String title,
            String kind,
            @Nullable String issuingAgency,

            @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
            LocalDate documentDate,

            @Nullable String documentLanguage,
            @Nullable String classification) {
        AddEvidence toCommand(UUID task, MultipartFile file, Locale reader) {
            String name = file.getOriginalFilename();
            return new AddEvidence(
                    task,
                    text(name),
                    title.isBlank() ? Map.of() : Map.of(reader.getLanguage(), title.strip()),
                    kind,
                    text(issuingAgency),
                    documentDate,
                    text(documentLanguage),
                    text(classification));
        }

        private static String text(@Nullable String value) {
            return value == null ? "" : value;
        }
    }

    @PostMapping("/tasks/{id}/evidence")
    String add(
            @PathVariable UUID id,
            @RequestParam MultipartFile file,
            EvidenceForm about,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
            Model model,
            Locale reader,
            RedirectAttributes flash) {
        return done(id, part, model, reader, flash, () -> files.add(about.toCommand(id, file, reader), file));
    }

    @PostMapping("/tasks/{id}/evidence/link")
    String link(
            @PathVariable UUID id,
            @RequestParam UUID document,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
            Model model,
            Locale reader,
            RedirectAttributes flash) {
        return done(id, part, model, reader, flash, () -> files.link(id, document));
    }

    @PostMapping("/tasks/{id}/evidence/{document}/remove")
    String remove(
            @PathVariable UUID id,
            @PathVariable UUID document,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
            Model model,
            Locale reader,
            RedirectAttributes flash) {
        return done(id, part, model, reader, flash, () -> files.remove(id, document));
    }

    @GetMapping("/evidence/{document}")
    ResponseEntity<Resource> download(@PathVariable UUID document) {
        return EvidenceDownload.of(files.get(document), files);
    }

    /** A file that is refused is told beside the upload, not on a page of its own. */
    private String done(
            UUID id, @Nullable String part, Model model, Locale reader, RedirectAttributes flash, Runnable act) {
        try {
            act.run();
        } catch (Refusal refused) {
            if (refused.kind() == Refusal.Kind.ABSENT || refused.kind() == Refusal.Kind.FORBIDDEN) {
                throw refused;
            }
            model.addAttribute("refused", refused.key());
            flash.addFlashAttribute("refused", refused.key());
        }
        if (part == null) {
            return "redirect:/tasks/" + id + "#evidence";
        }
        page.show(id, model, reader);
        return PART;
    }
}
