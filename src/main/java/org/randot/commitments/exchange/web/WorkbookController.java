package org.randot.commitments.exchange.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.randot.commitments.exchange.WorkbookFile;
import org.randot.commitments.exchange.WorkbookRefused;
import org.randot.commitments.exchange.WorkbookUnfit;
import org.randot.commitments.exchange.Workbooks;
import org.randot.commitments.shared.Refusal;
import org.randot.commitments.undertakings.DraftConflict;
import org.randot.commitments.undertakings.Tasks;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The workbook of a task: fetch it, bring it back, see what it changed or which cells are wrong. */
@Controller
@RequestMapping("/tasks/{id}/workbook")
class WorkbookController {
    private static final String PAGE = "exchange/workbook";

    private final Workbooks workbooks;
    private final Tasks tasks;
    private final MessageSource messages;

    WorkbookController(Workbooks workbooks, Tasks tasks, MessageSource messages) {
        this.workbooks = workbooks;
        this.tasks = tasks;
        this.messages = messages;
    }

    @GetMapping
    ResponseEntity<byte[]> download(@PathVariable UUID id, Locale reader) {
        WorkbookFile file = workbooks.download(id, reader);
        return WorkbookDownload.of(file);
    }

    @PostMapping
    String upload(
            @PathVariable UUID id,
            @RequestParam MultipartFile file,
            @RequestParam(defaultValue = "false") boolean overwrite,
            Model model,
            Locale reader,
            HttpServletResponse response)
            throws IOException {
        try {
            model.addAttribute("read", workbooks.upload(id, file.getBytes(), overwrite, reader));
        } catch (WorkbookRefused refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("problems", refused.problems());
        } catch (WorkbookUnfit unfit) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            refused(unfit, model, reader);
        } catch (DraftConflict conflict) {
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("conflict", true);
            refused(conflict, model, reader);
        }
        return page(id, model, reader);
    }

    private void refused(Refusal refusal, Model model, Locale reader) {
        model.addAttribute("refused", messages.getMessage(refusal.key(), refusal.arguments(), reader));
    }

    private String page(UUID id, Model model, Locale reader) {
        var view = tasks.get(id, reader);
        Map<String, String> trail = new LinkedHashMap<>();
        trail.put("/tasks", messages.getMessage("undertakings.tasks.title", new Object[0], reader));
        trail.put("/tasks/" + id, view.task().title());
        model.addAttribute("trail", trail);
        model.addAttribute("view", view);
        for (String list : List.of("problems")) {
            if (!model.containsAttribute(list)) {
                model.addAttribute(list, List.of());
            }
        }
        return PAGE;
    }
}
