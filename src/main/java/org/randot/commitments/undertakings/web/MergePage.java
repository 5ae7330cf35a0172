package org.randot.commitments.undertakings.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.randot.commitments.shared.Time;
import org.randot.commitments.undertakings.DraftConflict;
import org.randot.commitments.undertakings.TaskView;
import org.randot.commitments.undertakings.Tasks;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** A draft that could not be saved: both versions by field, where they differ. */
@Component
class MergePage {
    private final Tasks tasks;

    MergePage(Tasks tasks) {
        this.tasks = tasks;
    }

    /** One field on which two versions differ, in words that both people can read. */
    public record Difference(String key, String mine, String theirs) {}

    /** To choose from. */
    String of(UUID id, ObjectNode mine, DraftConflict conflict, Model model, Locale reader) {
        model.addAttribute("mine", mine.toString());
        model.addAttribute("current", conflict.current());
        model.addAttribute(
                "savedAt",
                DateTimeFormatter.ofPattern("d MMM yyyy HH:mm", reader)
                        .format(conflict.current().savedAt().atZone(Time.SEAT)));
        return page(id, mine, conflict.current().values(), model, reader);
    }

    /** To copy from: nothing can be saved in this task now. */
    String closed(UUID id, ObjectNode mine, Model model, Locale reader) {
        return page(id, mine, tasks.get(id, reader).values(), model, reader);
    }

    private String page(UUID id, ObjectNode mine, ObjectNode theirs, Model model, Locale reader) {
        TreeSet<String> keys = new TreeSet<>();
        mine.fieldNames().forEachRemaining(keys::add);
        theirs.fieldNames().forEachRemaining(keys::add);
        TaskView view = tasks.get(id, reader);
        List<String> order = view.form().keys();
        List<Difference> differences = keys.stream()
                .filter(key -> !mine.path(key).equals(theirs.path(key)))
                .sorted(Comparator.comparingInt(order::indexOf))
                .map(key -> new Difference(key, words(mine, key), words(theirs, key)))
                .toList();
        model.addAttribute("view", view);
        model.addAttribute("differences", differences);
        model.addAttribute("labels", labels(view, differences));
        return "undertakings/merge";
    }

    private static Map<String, String> labels(TaskView view, List<Difference> differences) {
        Map<String, String> labels = new HashMap<>();
        for (Difference difference : differences) {
            String key = view.form().id() + "." + difference.key() + ".label";
            labels.put(difference.key(), view.texts().text(key).orElseGet(() -> english(view, difference.key())));
        }
        return labels;
    }

    private static String english(TaskView view, String key) {
        return view.form().localised(view.texts()).findParents("key").stream()
                .filter(component -> component.path("key").asText().equals(key))
                .map(component -> component.path("label").asText(key))
                .findFirst()
                .orElse(key);
    }

    private static String words(ObjectNode values, String key) {
        return values.path(key).isValueNode()
                ? values.path(key).asText()
                : values.path(key).toString();
    }
}
