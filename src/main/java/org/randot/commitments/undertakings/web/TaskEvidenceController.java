package org.randot.commitments.undertakings.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.shared.Refusal;
import org.randot.commitments.undertakings.AddEvidence;
import org.randot.commitments.undertakings.EvidenceFiles;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Documents of a task. With htmx only their part of the page is drawn anew, so that nothing typed beside it is lost. */
@Controller
class TaskEvidenceController {
    private static final String PART = "undertakings/task :: evidence";

    private final EvidenceFiles files;
    private final TaskPage page;
    private final Refusing refusing;

    TaskEvidenceController(EvidenceFiles files, TaskPage page, Refusing refusing) {
        this.refusing = refusing;
        this.files = files;
        this.page = page;
    }

    @PostMapping("/tasks/{id}/evidence")
    String add(
            @PathVariable UUID id,
            @RequestParam MultipartFile file,
            EvidenceForm about,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
            Model model,
            Locale reader,
            HttpServletResponse response) {
        return done(
                id,
                new Answer(part != null, about, model, reader, response),
                () -> files.add(new AddEvidence(id, name(file), about.toAbout(Map.of(), reader)), file));
    }

    @PostMapping("/tasks/{id}/evidence/link")
    String link(
            @PathVariable UUID id,
            @RequestParam UUID document,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
            Model model,
            Locale reader,
            HttpServletResponse response) {
        return done(id, new Answer(part != null, null, model, reader, response), () -> files.link(id, document));
    }

    @PostMapping("/tasks/{id}/evidence/{document}/remove")
    String remove(
            @PathVariable UUID id,
            @PathVariable UUID document,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
            Model model,
            Locale reader,
            HttpServletResponse response) {
        return done(id, new Answer(part != null, null, model, reader, response), () -> files.remove(id, document));
    }

    @GetMapping("/evidence/{document}")
    ResponseEntity<Resource> download(@PathVariable UUID document) {
        return EvidenceDownload.of(files.get(document), files);
    }

    private static String name(MultipartFile file) {
        String name = file.getOriginalFilename();
        return name == null ? "" : name;
    }

    /**
     * What is drawn anew.
     *
     * @param part only the documents, where a script asks
     * @param about what was typed, to stand there again when the file is refused
     */
    private record Answer(
            boolean part, @Nullable EvidenceForm about, Model model, Locale reader, HttpServletResponse response) {}

    /** A file that is refused is told beside the upload, with what was typed about it. */
    private String done(UUID id, Answer answer, Runnable act) {
        try {
            act.run();
        } catch (Refusal refused) {
            answer.model().addAttribute("refused", refusing.text(refused, answer.reader()));
            answer.model().addAttribute("about", answer.about());
            if (!answer.part()) {
                answer.response().setStatus(refused.kind().status());
                return page.show(id, answer.model(), answer.reader());
            }
        }
        if (!answer.part()) {
            return "redirect:/tasks/" + id + "#evidence";
        }
        page.show(id, answer.model(), answer.reader());
        return PART;
    }
}
