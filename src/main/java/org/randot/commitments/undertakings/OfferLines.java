package org.randot.commitments.undertakings;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.randot.commitments.forms.FieldView;
import org.randot.commitments.forms.FormView;
import org.randot.commitments.forms.Forms;
import org.randot.commitments.shared.Time;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What is offered, as the pages show it beside the fields ({@code fragments/form.html}). */
@Component
public class OfferLines {
    private final Forms forms;
    private final MessageSource messages;

    OfferLines(Forms forms, MessageSource messages) {
        this.forms = forms;
        this.messages = messages;
    }

    /**
     * One offer in the reader's language.
     *
     * @param field with what is offered as its earlier value, and the change from it to the answer
     * @param mark that it is no submission; empty where it is one
     * @param same whether the answer is the same
     * @param use words on the button; empty where there is none
     * @param take where the button sends
     * @param state what became of it; may be empty
     */
    public record Line(
            String id,
            String source,
            FieldView field,
            String mark,
            String caveat,
            String address,
            boolean same,
            String use,
            String take,
            String state) {}

    /** By JSON pointer of the field; only of fields that are shown now. */
    public Map<String, List<Line>> of(TaskView view, List<Offer> offers, Locale reader) {
        Map<String, List<Line>> lines = new HashMap<>();
        for (Map<String, Offer> layer : layers(offers)) {
            ObjectNode known = Sql.emptyObject();
            layer.values().forEach(offer -> known.set(offer.key(), offer.value()));
            Map<String, FieldView> fields = new HashMap<>();
            FormView shown = forms.view(
                    view.form(),
                    view.values(),
                    List.of(),
                    view.context(),
                    view.texts(),
                    new FormView.Beside(Map.of(), known, ""));
            flatten(shown.fields(), fields);
            layer.forEach((pointer, offer) -> {
                FieldView field = fields.get(pointer);
                if (field != null) {
                    lines.computeIfAbsent(pointer, any -> new ArrayList<>()).add(line(view, offer, field, reader));
                }
            });
        }
        return lines;
    }

    /** The first offers of all fields, then the second ones, and so on. */
    private static List<Map<String, Offer>> layers(List<Offer> offers) {
        List<Map<String, Offer>> layers = new ArrayList<>();
        for (Offer offer : offers) {
            layers.stream()
                    .filter(layer -> !layer.containsKey(offer.field()))
                    .findFirst()
                    .orElseGet(() -> {
                        Map<String, Offer> layer = new LinkedHashMap<>();
                        layers.add(layer);
                        return layer;
                    })
                    .put(offer.field(), offer);
        }
        return layers;
    }

    private static void flatten(List<FieldView> fields, Map<String, FieldView> found) {
        fields.forEach(field -> {
            found.put(field.pointer(), field);
            flatten(field.parts(), found);
        });
    }

    private Line line(TaskView view, Offer offer, FieldView field, Locale reader) {
        boolean putsBack = offer.origin() == Offer.Origin.REPLACED;
        boolean isPublic = offer.origin() == Offer.Origin.PUBLIC_FIGURE || offer.origin() == Offer.Origin.FIGURE_BEFORE;
        return new Line(
                offer.id(),
                offer.source(),
                field,
                isPublic ? say("mark", reader) : "",
                offer.caveat(),
                offer.address(),
                offer.inUse(),
                offer.takeable() ? say(putsBack ? "putBack" : "use", reader) : "",
                offer.takeable() ? "/tasks/" + view.task().id() + "/offers/" + offer.id() + "/take" : "",
                state(offer, reader));
    }

    private String state(Offer offer, Locale reader) {
        Offer.Taken taken = offer.taken();
        if (taken == null) {
            return offer.inUse() ? say("same", reader) : "";
        }
        String at = DateTimeFormatter.ofPattern("d MMM yyyy HH:mm", reader)
                .format(taken.at().atZone(Time.SEAT));
        return say(offer.inUse() ? "taken" : "takenThenChanged", reader, taken.by(), at);
    }

    private String say(String what, Locale reader, Object... arguments) {
        return messages.getMessage("undertakings.offers." + what, arguments, reader);
    }
}
