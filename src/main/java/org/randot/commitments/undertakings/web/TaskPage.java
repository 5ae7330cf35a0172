package org.randot.commitments.undertakings.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.forms.Form;
import org.randot.commitments.forms.FormFinding;
import org.randot.commitments.forms.FormView;
import org.randot.commitments.forms.Forms;
import org.randot.commitments.packages.Commitment;
import org.randot.commitments.undertakings.DelegationView;
import org.randot.commitments.undertakings.Delegations;
import org.randot.commitments.undertakings.EvidenceKind;
import org.randot.commitments.undertakings.Mark;
import org.randot.commitments.undertakings.OfferLines;
import org.randot.commitments.undertakings.Offers;
import org.randot.commitments.undertakings.TaskView;
import org.randot.commitments.undertakings.Tasks;
import org.randot.commitments.undertakings.Undertakings;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;

/** What the task's page and its parts show. */
@Component
class TaskPage {
    private final Tasks tasks;
    private final Undertakings undertakings;
    private final Forms forms;
    private final Names names;
    private final MessageSource messages;
    private final Delegations delegations;
    private final Offers offers;
    private final OfferLines offerLines;

    TaskPage(
            Tasks tasks,
            Undertakings undertakings,
            Forms forms,
            Names names,
            MessageSource messages,
            Delegations delegations,
            Offers offers,
            OfferLines offerLines) {
        this.tasks = tasks;
        this.undertakings = undertakings;
        this.forms = forms;
        this.names = names;
        this.messages = messages;
        this.delegations = delegations;
        this.offers = offers;
        this.offerLines = offerLines;
    }

    ObjectNode read(UUID id, MultiValueMap<String, String> posted, Locale reader) {
        Form form = tasks.get(id, reader).form();
        ObjectNode values = forms.read(form, posted);
        return forms.isRowAction(posted) ? forms.applyRowAction(form, values, posted) : values;
    }

    /** The opened page that sends a draft; null where it says nothing we know. */
    static @Nullable UUID pageOf(MultiValueMap<String, String> posted) {
        String page = posted.getFirst("_page");
        try {
            return page == null ? null : UUID.fromString(page);
        } catch (IllegalArgumentException unknown) {
            return null;
        }
    }

    /** Where the person goes on after saving: at the row that a button of a table added, or before the one it removed. */
    String placeAfter(UUID id, ObjectNode values, MultiValueMap<String, String> posted, Locale reader) {
        if (!forms.isRowAction(posted)) {
            return "answers";
        }
        return forms.placeAfterRowAction(tasks.get(id, reader).form(), values, posted)
                .orElse("answers");
    }

    String show(UUID id, Model model, Locale reader) {
        return show(tasks.get(id, reader), List.of(), model, reader);
    }

    /** The draft with what the check found beside its fields. */
    String showChecked(UUID id, Model model, Locale reader) {
        TaskView view = tasks.get(id, reader);
        return show(view, view.may(TaskView.Action.SAVE) ? tasks.check(id, reader) : List.of(), model, reader);
    }

    /** The page with what was typed beside the answers, and why it was not taken. */
    String again(UUID id, Typed typed, Model model, Locale reader) {
        model.addAttribute("typed", typed);
        return show(id, model, reader);
    }

    /** @param act COMMENT, EXTENSION or NOT_APPLICABLE */
    public record Typed(String act, String text, String until) {
        Typed(String act, String text) {
            this(act, text, "");
        }

        /** What was typed for this act, else nothing. */
        public String textOf(String asked) {
            return act.equals(asked) ? text : "";
        }
    }

    private String show(TaskView view, List<FormFinding> findings, Model model, Locale reader) {
        model.addAttribute("view", view);
        model.addAttribute("pageId", UUID.randomUUID());
        Map<String, String> marks = view.marks().stream()
                .filter(TaskPage::isOnField)
                .collect(Collectors.toMap(Mark::field, Mark::text, (one, other) -> one + " · " + other));
        model.addAttribute(
                "form",
                forms.view(
                        view.form(),
                        view.values(),
                        findings,
                        view.context(),
                        view.texts(),
                        FormView.Beside.marks(marks).watching(watched(view))));
        model.addAttribute("offers", offerLines.of(view, offers.of(view.task().id(), reader), reader));
        model.addAttribute(
                "fieldMarks", view.marks().stream().filter(TaskPage::isOnField).toList());
        model.addAttribute("documentMarks", documentMarks(view.marks()));
        parts(view, model, reader);
        model.addAttribute("trail", trail(view, !model.containsAttribute("part"), reader));
        model.addAttribute("kinds", kinds(view));
        model.addAttribute("editable", view.may(TaskView.Action.SAVE));
        return "undertakings/task";
    }

    /** Fields on which it depends which documents are asked for. */
    private Set<String> watched(TaskView view) {
        return view.asked().stream()
                .map(TaskView.EvidenceAsked::rule)
                .filter(Commitment.EvidenceRule::isConditional)
                .flatMap(rule -> forms.mentions(view.form(), rule.onlyIf()).stream())
                .collect(Collectors.toSet());
    }

    /** Who has what of the task, for its coordinators; what the own part is, for a contributor, who sees nothing of the rest. */
    private void parts(TaskView view, Model model, Locale reader) {
        UUID id = view.task().id();
        Optional<DelegationView> part = delegations.mine(id, reader);
        if (part.isPresent()) {
            model.addAttribute("part", part.get());
            return;
        }
        model.addAttribute(
                "position", String.join(" ", undertakings.position(view.task().undertaking())));
        if (view.may(TaskView.Action.DELEGATE)) {
            model.addAttribute("parts", delegations.of(id, reader));
            model.addAttribute("sections", delegations.sections(id, reader));
            model.addAttribute("contributors", delegations.contributors(id));
            model.addAttribute("linkDays", Delegations.DEFAULT_DAYS);
        }
    }

    /** The way back: addresses and their names. */
    private Map<String, String> trail(TaskView view, boolean undertaking, Locale reader) {
        Map<String, String> trail = new LinkedHashMap<>();
        trail.put("/tasks", messages.getMessage("undertakings.tasks.title", new Object[0], reader));
        if (undertaking) {
            trail.put(
                    "/undertakings/" + view.task().undertaking(),
                    names.commitment(view.task().undertaking(), reader));
        }
        return trail;
    }

    private static boolean isOnField(Mark mark) {
        return !mark.field().startsWith("evidence:");
    }

    private static Map<String, String> documentMarks(List<Mark> marks) {
        return marks.stream()
                .filter(mark -> !isOnField(mark))
                .collect(Collectors.toMap(
                        mark -> mark.field().substring("evidence:".length()),
                        Mark::text,
                        (one, other) -> one + " · " + other));
    }

    /** Kinds of documents, those that are asked for first. */
    static List<String> kinds(TaskView view) {
        List<String> asked = view.asked().stream()
                .flatMap(each -> each.rule().kinds().stream())
                .distinct()
                .toList();
        List<String> kinds = new ArrayList<>(asked);
        Arrays.stream(EvidenceKind.values())
                .map(EvidenceKind::code)
                .filter(kind -> !asked.contains(kind))
                .forEach(kinds::add);
        return kinds;
    }
}
