package org.randot.commitments.forms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Documents attached to the task that show what is said, by their ids.
 *
 * @param kinds which may be named; empty = any
 * @param attached those there are; null where only the shape is looked at
 */
record FilesType(List<String> kinds, @Nullable List<AttachedDocument> attached) implements FieldType {
    /** What scopes hold them under; no field can be called so. */
    static final String SCOPE = "~documents";

    private static final int LONGEST = 64;
    private static final int MOST = 50;

    @Override
    public FieldType within(Map<String, Object> scope, Words words) {
        List<AttachedDocument> fitting = new ArrayList<>();
        if (scope.get(SCOPE) instanceof List<?> all) {
            all.forEach(each -> {
                if (each instanceof AttachedDocument document && (kinds.isEmpty() || kinds.contains(document.kind()))) {
                    fitting.add(document);
                }
            });
        }
        return new FilesType(kinds, fitting);
    }

    @Override
    public @Nullable JsonNode read(Posted posted, String name) {
        ArrayNode named = Values.array();
        posted.all(name).forEach(named::add);
        return named.isEmpty() ? null : named;
    }

    @Override
    public void check(JsonNode value, Place place) {
        if (!value.isArray() || value.size() > MOST) {
            place.error("CHOICES");
            return;
        }
        List<String> named = feel(value);
        if (named.size() < value.size() || named.stream().distinct().count() < named.size()) {
            place.error("CHOICES");
        } else if (attached != null && named.stream().anyMatch(id -> find(id) == null)) {
            place.error("DOCUMENT");
        }
    }

    private @Nullable AttachedDocument find(String id) {
        return attached == null
                ? null
                : attached.stream()
                        .filter(each -> each.id().equals(id))
                        .findFirst()
                        .orElse(null);
    }

    @Override
    public List<String> feel(@Nullable JsonNode value) {
        List<String> ids = new ArrayList<>();
        Values.arrayOrEmpty(value).forEach(each -> {
            if (each.isTextual() && each.textValue().length() <= LONGEST) {
                ids.add(each.textValue());
            }
        });
        return ids;
    }

    @Override
    public Shown show(@Nullable JsonNode value, At at) {
        List<FieldView.Option> offered = new ArrayList<>();
        if (attached != null) {
            attached.forEach(each -> offered.add(FieldView.Option.of(each.id(), each.said(at.words()))));
        }
        List<String> chosen = feel(value);
        chosen.stream()
                .filter(id -> find(id) == null)
                .forEach(id -> offered.add(FieldView.Option.of(id, at.words().say("files.gone"))));
        if (offered.isEmpty()) {
            offered.add(new FieldView.Option("", at.words().say("files.none"), false, true));
        }
        return Shown.choice(Control.choice("checks", at, "", offered, chosen).list("forms-documents"));
    }

    @Override
    public List<FieldView.Line> say(JsonNode value, Words words) {
        if (attached == null) {
            return List.of(FieldView.Line.of(words.say("files.some", feel(value).size())));
        }
        List<FieldView.Line> lines = new ArrayList<>();
        for (String id : feel(value)) {
            AttachedDocument document = find(id);
            lines.add(
                    document == null
                            ? FieldView.Line.of(words.say("files.gone"))
                            : new FieldView.Line(document.said(words), "", document.address()));
        }
        return lines;
    }
}
