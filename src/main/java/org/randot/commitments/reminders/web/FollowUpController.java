package org.randot.commitments.reminders.web;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.randot.commitments.packages.Catalogue;
import org.randot.commitments.reference.States;
import org.randot.commitments.reminders.Escalations;
import org.randot.commitments.reminders.ReminderEffect;
import org.randot.commitments.reminders.Watching;
import org.randot.commitments.shared.Absent;
import org.randot.commitments.undertakings.UndertakingKey;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The chair's list, the effect of reminders, and watching an undertaking. */
@Controller
class FollowUpController {
    private final Escalations escalations;
    private final ReminderEffect effect;
    private final Watching watching;
    private final States states;
    private final Catalogue catalogue;

    FollowUpController(
            Escalations escalations, ReminderEffect effect, Watching watching, States states, Catalogue catalogue) {
        this.escalations = escalations;
        this.effect = effect;
        this.watching = watching;
        this.states = states;
        this.catalogue = catalogue;
    }

    /** A line in the reader's language. */
    record Line(Escalations.Item item, String state, String stage) {}

    record StateLine(String state, long told) {}

    @GetMapping("/escalations")
    String escalations(Locale reader, Model model) {
        List<Line> lines = escalations.open().stream()
                .map(item -> line(item, reader))
                .sorted(Comparator.comparing(Line::state))
                .toList();
        model.addAttribute(
                "stages", lines.stream().filter(line -> !line.item().ofReview()).toList());
        model.addAttribute(
                "reviews", lines.stream().filter(line -> line.item().ofReview()).toList());
        return "reminders/escalations";
    }

    @GetMapping("/reminders/effect")
    String effect(Locale reader, Model model) {
        model.addAttribute("steps", effect.steps());
        model.addAttribute("enough", ReminderEffect.ENOUGH);
        model.addAttribute(
                "states",
                effect.withoutEffect().stream()
                        .map(each ->
                                new StateLine(states.get(each.state()).name().in(reader), each.told()))
                        .sorted(Comparator.comparing(StateLine::state))
                        .toList());
        return "reminders/effect";
    }

    @PostMapping("/undertakings/{key}/watch")
    String watch(@PathVariable String key, @RequestParam Watching.Mode mode) {
        watching.choose(parse(key), mode);
        return "redirect:/undertakings/" + parse(key);
    }

    private Line line(Escalations.Item item, Locale reader) {
        String title = catalogue
                .byCode(item.undertaking().commitment())
                .stage(item.stage().code())
                .map(stage -> stage.title().in(reader))
                .orElse("");
        return new Line(item, states.get(item.undertaking().state()).name().in(reader), item.stage() + " " + title);
    }

    private static UndertakingKey parse(String text) {
        try {
            return UndertakingKey.parse(text);
        } catch (IllegalArgumentException noKey) {
            throw new Absent();
        }
    }
}
