package org.randot.commitments.reminders.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.randot.commitments.engine.ModelRefused;
import org.randot.commitments.reminders.ReminderTable;
import org.randot.commitments.reminders.ReminderTables;
import org.randot.commitments.reminders.TableRefused;
import org.randot.commitments.shared.Absent;
import org.randot.commitments.shared.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Reminder profiles and escalation ladders as two tables of input fields; works without script. */
@Controller
@RequestMapping("/admin/reminder-tables")
class ReminderTableController {
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,4}");
    private static final int EMPTY_ROWS = 3;
    private static final int MOST_VERSIONS = 10;

    private final ReminderTables tables;

    ReminderTableController(ReminderTables tables) {
        this.tables = tables;
    }

    /** A row as it is typed; without profile it is no row. */
    public record Typed(String profile, String offset, String repeat, String audience) {
        static Typed of(ReminderTable.Line line) {
            return new Typed(line.profile(), "" + line.offset(), "" + line.repeat(), line.audience());
        }

        boolean isEmpty() {
            return profile.isEmpty() && offset.isEmpty();
        }

        ReminderTable.Line line() {
            return new ReminderTable.Line(profile, number(offset), number(repeat.isEmpty() ? "0" : repeat), audience);
        }

        private static int number(String text) {
            if (!NUMBER.matcher(text).matches()) {
                throw TableRefused.noNumber(text);
            }
            return Integer.parseInt(text);
        }
    }

    @GetMapping
    String show(Model model) {
        model.addAttribute(
                "versions", tables.versions().stream().limit(MOST_VERSIONS).toList());
        for (ReminderTable table : ReminderTable.values()) {
            List<Typed> stored = tables.lines(table).stream().map(Typed::of).toList();
            model.addAttribute(name(table), withEmptyRows(stored));
        }
        model.addAttribute("audiences", tables.audiences());
        return "reminders/tables";
    }

    @PostMapping("/{table}")
    ModelAndView save(
            @PathVariable String table,
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            RedirectAttributes flash) {
        ReminderTable which = table(table);
        List<Typed> typed = typed(sent);
        try {
            tables.save(which, typed.stream().map(Typed::line).toList());
        } catch (TableRefused | ModelRefused refused) {
            return refused(which, typed, refused, model);
        }
        flash.addFlashAttribute("done", "reminders.tables.saved");
        return new ModelAndView("redirect:/admin/reminder-tables");
    }

    @PostMapping("/{table}/take-back")
    String takeBack(@PathVariable String table, @RequestParam int version, RedirectAttributes flash) {
        tables.takeBack(table(table), version);
        flash.addFlashAttribute("done", "reminders.tables.takenBack");
        return "redirect:/admin/reminder-tables";
    }

    private ModelAndView refused(ReminderTable which, List<Typed> typed, Refusal refused, Model model) {
        show(model);
        model.addAttribute(name(which), withEmptyRows(typed));
        model.addAttribute("refused", name(which));
        model.addAttribute("refusedKey", refused.key());
        model.addAttribute("refusedArguments", refused.arguments());
        return new ModelAndView("reminders/tables", model.asMap(), HttpStatus.UNPROCESSABLE_ENTITY);
    }

    private static List<Typed> typed(MultiValueMap<String, String> sent) {
        List<String> profiles = sent.getOrDefault("profile", List.of());
        List<Typed> rows = new ArrayList<>();
        for (int at = 0; at < profiles.size(); at++) {
            rows.add(new Typed(
                    value(sent, "profile", at),
                    value(sent, "offset", at),
                    value(sent, "repeat", at),
                    value(sent, "audience", at)));
        }
        rows.removeIf(Typed::isEmpty);
        return rows;
    }

    private static String value(MultiValueMap<String, String> sent, String name, int at) {
        List<String> values = sent.getOrDefault(name, List.of());
        return at < values.size() ? values.get(at).strip() : "";
    }

    private static List<Typed> withEmptyRows(List<Typed> rows) {
        return Stream.concat(
                        rows.stream(),
                        Stream.generate(() -> new Typed("", "", "", "")).limit(EMPTY_ROWS))
                .toList();
    }

    private static String name(ReminderTable table) {
        return table.name().toLowerCase(Locale.ROOT);
    }

    private static ReminderTable table(String name) {
        return Stream.of(ReminderTable.values())
                .filter(table -> name(table).equals(name))
                .findFirst()
                .orElseThrow(Absent::new);
    }
}
