package org.randot.commitments.review.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.forms.Form;
import org.randot.commitments.forms.FormTexts;
import org.randot.commitments.forms.FormView;
import org.randot.commitments.forms.Forms;
import org.randot.commitments.identity.People;
import org.randot.commitments.packages.Catalogue;
import org.randot.commitments.packages.Commitment;
import org.randot.commitments.review.ReviewView;
import org.randot.commitments.undertakings.EvidenceView;
import org.randot.commitments.undertakings.Mark;
import org.randot.commitments.undertakings.OfferLines;
import org.randot.commitments.undertakings.Offers;
import org.randot.commitments.undertakings.StageSubmission.TaskSubmission;
import org.randot.commitments.undertakings.TaskView;
import org.randot.commitments.undertakings.Tasks;
import org.springframework.stereotype.Component;

/** Puts a review into the reader's language for the page. */
@Component
class ReviewPage {
    private static final Set<String> NO_FIELDS = Set.of("text", "group", "separator", "spacer");

    private final Catalogue catalogue;
    private final Forms forms;
    private final People people;
    private final Tasks taskViews;
    private final Offers offers;
    private final OfferLines offerLines;

    ReviewPage(Catalogue catalogue, Forms forms, People people, Tasks taskViews, Offers offers, OfferLines offerLines) {
        this.catalogue = catalogue;
        this.forms = forms;
        this.people = people;
        this.taskViews = taskViews;
        this.offers = offers;
        this.offerLines = offerLines;
    }

    /** One task of the stage as the reviewer reads it. {@code fields}: label, {@code known}: what else is known, by JSON pointer. */
    record TaskPanel(
            String key,
            String title,
            String by,
            Instant at,
            int version,
            FormView answers,
            Map<String, List<OfferLines.Line>> known,
            String comment,
            List<TaskView.Comment> remarks,
            Map<String, String> fields,
            List<Document> documents) {}

    /** A document handed in; {@code target} is how a mark names it. */
    record Document(EvidenceView evidence, String title, String target) {}

    /** A mark of a decision that was taken, with the name of what it marks. */
    record NamedMark(String label, String text) {}

    List<TaskPanel> tasks(ReviewView view, DecisionForm typed, Locale reader) {
        return view.submission().tasks().stream()
                .map(task -> panel(view, task, typed, reader))
                .toList();
    }

    List<NamedMark> marks(ReviewView view, List<TaskPanel> tasks) {
        Map<String, String> labels = new LinkedHashMap<>();
        tasks.forEach(task -> {
            labels.putAll(task.fields());
            task.documents().forEach(document -> labels.put(document.target(), document.title()));
        });
        return view.record().map(ReviewView.Record::marks).orElse(List.of()).stream()
                .map(mark -> new NamedMark(name(mark, labels), mark.text()))
                .toList();
    }

    private static String name(Mark mark, Map<String, String> labels) {
        int part = mark.field().indexOf('/', 1);
        String whole = part < 0 ? mark.field() : mark.field().substring(0, part);
        String label = labels.getOrDefault(whole, mark.field());
        return part < 0 ? label : label + " " + mark.field().substring(part);
    }

    private TaskPanel panel(ReviewView view, TaskSubmission task, DecisionForm typed, Locale reader) {
        Form form = catalogue.form(view.commitment(), task.formId());
        TaskView known = taskViews.get(task.taskId(), reader);
        FormTexts texts = catalogue.texts(view.commitment(), reader);
        Map<String, String> labels = labels(form.localised(texts));
        Map<String, String> fields = new LinkedHashMap<>();
        labels.forEach((key, label) -> fields.put("/" + key, label));
        return new TaskPanel(
                task.task(),
                title(view.stage(), task, reader),
                people.nameOf(task.submittedBy()),
                task.submittedAt(),
                task.version(),
                forms.view(form, task.values(), List.of(), known.context(), texts, beside(task, typed)),
                offerLines.of(known, offers.of(task.taskId(), reader), reader),
                task.comment(),
                known.comments(),
                fields,
                task.evidence().stream()
                        .map(document -> document(document, reader))
                        .toList());
    }

    /** Earlier values with their change, and the remarks typed so far. */
    private static FormView.Beside beside(TaskSubmission task, DecisionForm typed) {
        ObjectNode previous = task.previous();
        return new FormView.Beside(
                typed.marks(), previous == null ? JsonNodeFactory.instance.objectNode() : previous, "");
    }

    private static String title(Commitment.Stage stage, TaskSubmission task, Locale reader) {
        return stage.tasks().stream()
                .filter(each -> task.task().startsWith(each.key()))
                .findFirst()
                .map(each -> each.title().in(reader))
                .orElse(task.task());
    }

    private static Document document(EvidenceView evidence, Locale reader) {
        String title = evidence.title().get(reader.getLanguage());
        String any = evidence.title().values().stream().findFirst().orElse(evidence.fileName());
        return new Document(evidence, title == null ? any : title, "evidence:" + evidence.id());
    }

    /** Key and label of every field, groups opened, in the order of the form. */
    static Map<String, String> labels(JsonNode schema) {
        Map<String, String> labels = new LinkedHashMap<>();
        schema.path("components").forEach(component -> {
            String type = component.path("type").asText();
            if ("group".equals(type)) {
                labels.putAll(labels(component));
            }
            String key = key(component);
            if (key != null && !NO_FIELDS.contains(type)) {
                String label = component
                        .path("label")
                        .asText(component.path("properties").path("label").asText(key));
                labels.put(key, label);
            }
        });
        return labels;
    }

    private static @Nullable String key(JsonNode component) {
        JsonNode key = component.has("key") ? component.path("key") : component.path("path");
        return key.isTextual() && !key.asText().isEmpty() ? key.asText() : null;
    }
}
