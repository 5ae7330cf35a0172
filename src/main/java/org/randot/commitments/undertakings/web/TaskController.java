package org.randot.commitments.undertakings.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.UUID;
import org.randot.commitments.shared.Refusal;
import org.randot.commitments.undertakings.DraftConflict;
import org.randot.commitments.undertakings.DraftSaved;
import org.randot.commitments.undertakings.SaveDraft;
import org.randot.commitments.undertakings.Tasks;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One task: its form, its draft, and what to do when two people saved. */
@Controller
@RequestMapping("/tasks/{id}")
class TaskController {
    private final Tasks tasks;
    private final TaskPage page;
    private final MergePage merging;
    private final Refusing refusing;
    private final ObjectMapper json;

    TaskController(Tasks tasks, TaskPage page, MergePage merging, Refusing refusing, ObjectMapper json) {
        this.tasks = tasks;
        this.page = page;
        this.merging = merging;
        this.refusing = refusing;
        this.json = json;
    }

    /** @param checked show what the check found beside the fields */
    @GetMapping
    String show(
            @PathVariable UUID id, @RequestParam(defaultValue = "false") boolean checked, Model model, Locale reader) {
        return checked ? page.showChecked(id, model, reader) : page.show(id, model, reader);
    }

    /** Saves the draft; with {@code then=submit} goes on to the last check. Buttons of tables come this way too. */
    @PostMapping
    String save(
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String then,
            @RequestParam MultiValueMap<String, String> posted,
            Model model,
            Locale reader,
            HttpServletResponse response,
            RedirectAttributes flash) {
        ObjectNode values = page.read(id, posted, reader);
        try {
            tasks.saveDraft(new SaveDraft(id, version, values, !then.isEmpty(), TaskPage.pageOf(posted)), reader);
        } catch (DraftConflict conflict) {
            response.setStatus(HttpStatus.CONFLICT.value());
            return merging.of(id, values, conflict, model, reader);
        } catch (Refusal refused) {
            refusing.tell(refused, model, reader, response);
            return merging.closed(id, values, model, reader);
        }
        if (then.equals("submit")) {
            return "redirect:/tasks/" + id + "/submit";
        }
        if (then.equals("save")) {
            flash.addFlashAttribute("done", "undertakings.task.saved");
        }
        return "redirect:/tasks/" + id + "#" + page.placeAfter(id, values, posted, reader);
    }

    /** Keeps what is typed while it is typed; answers the quiet line under the form. */
    @PostMapping(path = "/autosave", headers = "HX-Request")
    String autosave(
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam MultiValueMap<String, String> posted,
            Model model,
            Locale reader) {
        try {
            ObjectNode values = page.read(id, posted, reader);
            DraftSaved saved =
                    tasks.saveDraft(new SaveDraft(id, version, values, false, TaskPage.pageOf(posted)), reader);
            model.addAttribute("version", saved.version());
            model.addAttribute("savedAt", saved.savedAt());
            return "undertakings/task :: saved";
        } catch (DraftConflict conflict) {
            model.addAttribute("version", version);
            model.addAttribute("other", conflict.current().savedBy());
            return "undertakings/task :: conflict";
        }
    }

    /** The session ended while it was typed: the person signed in again and sends what was kept of it, as a whole page. */
    @PostMapping(path = "/autosave", headers = "!HX-Request")
    String saveWhatWasKept(
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam MultiValueMap<String, String> posted,
            Model model,
            Locale reader,
            HttpServletResponse response,
            RedirectAttributes flash) {
        return save(id, version, "save", posted, model, reader, response, flash);
    }

    /** Of each field on which two people differed the person chose one; {@code take.<key>} = mine or theirs. */
    @PostMapping("/merge")
    String merge(
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam String mine,
            @RequestParam MultiValueMap<String, String> posted,
            Model model,
            Locale reader,
            HttpServletResponse response,
            RedirectAttributes flash) {
        ObjectNode own = parse(mine);
        ObjectNode merged = tasks.get(id, reader).values().deepCopy();
        posted.forEach((name, choice) -> {
            if (name.startsWith("take.") && choice.contains("mine")) {
                String key = name.substring("take.".length());
                if (own.has(key)) {
                    merged.set(key, own.get(key));
                } else {
                    merged.remove(key);
                }
            }
        });
        try {
            tasks.saveDraft(new SaveDraft(id, version, merged), reader);
        } catch (DraftConflict conflict) {
            response.setStatus(HttpStatus.CONFLICT.value());
            return merging.of(id, own, conflict, model, reader);
        }
        flash.addFlashAttribute("done", "undertakings.task.saved");
        return "redirect:/tasks/" + id;
    }

    private ObjectNode parse(String values) {
        try {
            return json.readValue(values, ObjectNode.class);
        } catch (JsonProcessingException broken) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "mine", broken);
        }
    }

    @PostMapping("/claim")
    String claim(@PathVariable UUID id) {
        tasks.claim(id);
        return "redirect:/tasks/" + id;
    }

    @PostMapping("/comments")
    String comment(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String text,
            Model model,
            Locale reader,
            HttpServletResponse response) {
        try {
            tasks.comment(id, text);
        } catch (Refusal refused) {
            refusing.tell(refused, model, reader, response);
            return page.again(id, new TaskPage.Typed("COMMENT", text), model, reader);
        }
        return "redirect:/tasks/" + id + "#comments";
    }
}
