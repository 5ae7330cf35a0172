package org.randot.commitments.undertakings.web;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.identity.Actor;
import org.randot.commitments.identity.CurrentActor;
import org.randot.commitments.packages.Catalogue;
import org.randot.commitments.reference.States;
import org.randot.commitments.shared.Paging;
import org.randot.commitments.undertakings.TaskQuery;
import org.randot.commitments.undertakings.TaskStatus;
import org.randot.commitments.undertakings.Tasks;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** My work, by due date. */
@Controller
@RequestMapping("/tasks")
class TaskListController {
    private static final int PAGE = 25;
    private static final List<String> VIEWS = List.of("open", "overdue", "soon", "returned", "waiting", "done");

    private final Tasks tasks;
    private final Catalogue catalogue;
    private final States states;
    private final CurrentActor currentActor;

    TaskListController(Tasks tasks, Catalogue catalogue, States states, CurrentActor currentActor) {
        this.tasks = tasks;
        this.catalogue = catalogue;
        this.states = states;
        this.currentActor = currentActor;
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "open") String view,
            @RequestParam(defaultValue = "") String commitment,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "0") int page,
            Model model,
            Locale reader) {
        String shown = VIEWS.contains(view) ? view : "open";
        Actor actor = currentActor.get();
        TaskQuery query = new TaskQuery(
                orNull(state),
                orNull(commitment),
                null,
                statuses(shown),
                shown.equals("overdue"),
                shown.equals("soon"),
                q);
        model.addAttribute("tasks", tasks.list(query, new Paging(page, PAGE), reader));
        model.addAttribute("counts", tasks.counts());
        model.addAttribute("views", VIEWS);
        model.addAttribute("view", shown);
        model.addAttribute("commitment", commitment);
        model.addAttribute("state", state);
        model.addAttribute("q", q);
        model.addAttribute("filtered", !commitment.isEmpty() || !state.isEmpty() || !q.isBlank());
        model.addAttribute("commitments", catalogue.all());
        model.addAttribute("states", actor.isNational() ? List.of() : states.active(reader));
        model.addAttribute(
                "url",
                UriComponentsBuilder.fromPath("/tasks")
                        .queryParam("view", shown)
                        .queryParam("commitment", "{commitment}")
                        .queryParam("state", "{state}")
                        .queryParam("q", "{q}")
                        .encode()
                        .buildAndExpand(commitment, state, q)
                        .toUriString());
        return "undertakings/tasks";
    }

    private static @Nullable String orNull(String text) {
        return text.isBlank() ? null : text.strip();
    }

    private static Set<TaskStatus> statuses(String view) {
        return switch (view) {
            case "returned" -> Set.of(TaskStatus.RETURNED);
            case "waiting" -> Set.of(TaskStatus.SUBMITTED);
            case "done" -> Set.of(TaskStatus.DONE);
            default -> Set.of(TaskStatus.OPEN, TaskStatus.RETURNED);
        };
    }
}
