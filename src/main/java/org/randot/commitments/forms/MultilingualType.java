package org.randot.commitments.forms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A text that may stand in each of the four languages, one of them at least. */
record MultilingualType(int longest) implements FieldType {
    @Override
    public @Nullable JsonNode read(Posted posted, String name) {
        ObjectNode texts = Values.object();
        for (String language : Words.LANGUAGES) {
            String typed = posted.text(name + "." + language);
            if (!typed.isEmpty()) {
                texts.put(language, typed);
            }
        }
        return texts.isEmpty() ? null : texts;
    }

    @Override
    public void check(JsonNode value, Place place) {
        if (!value.isObject()) {
            place.error("MULTILINGUAL");
            return;
        }
        place.onlyKeys(value, Set.copyOf(Words.LANGUAGES));
        boolean any = false;
        for (String language : Words.LANGUAGES) {
            JsonNode text = value.get(language);
            if (!Values.isBlank(text)) {
                any = true;
                place.at(language).text(text, longest);
            }
        }
        if (!any) {
            place.error("MULTILINGUAL");
        }
    }

    @Override
    public @Nullable Object feel(@Nullable JsonNode value) {
        if (value == null || !value.isObject()) {
            return null;
        }
        var map = new LinkedHashMap<String, @Nullable Object>();
        Words.LANGUAGES.forEach(each ->
                map.put(each, value.path(each).isTextual() ? value.path(each).textValue() : null));
        return map;
    }

    @Override
    public Shown show(@Nullable JsonNode value, At at) {
        Words words = at.words();
        List<Control> controls = controls(value, at, "area", longest);
        return Shown.fieldset(controls.subList(0, 1)).with(controls.subList(1, 4), words.say("otherLanguages"));
    }

    /** One control for each language, the reader's first; each labelled with its language. */
    static List<Control> controls(@Nullable JsonNode value, At at, String kind, int longest) {
        var languages = new ArrayList<>(Words.LANGUAGES);
        languages.remove(at.words().language());
        languages.add(0, at.words().language());
        ObjectNode texts = Values.objectOrEmpty(value);
        String lost = value != null && value.isValueNode() ? Values.typed(value) : "";
        return languages.stream()
                .map(each -> new Control(
                                kind,
                                at.dot(each),
                                at.words().say("language." + each),
                                lost.isEmpty() || !each.equals(at.words().language())
                                        ? Values.typed(texts.get(each))
                                        : lost)
                        .in(each)
                        .limit(longest))
                .toList();
    }

    @Override
    public List<FieldView.Line> say(JsonNode value, Words words) {
        return lines(value, words);
    }

    /** In the reader's language where it exists, else in the first that there is. */
    static String label(@Nullable JsonNode value, Words words) {
        List<FieldView.Line> lines = lines(value, words);
        return lines.isEmpty() ? "" : lines.get(0).text();
    }

    /** In the reader's language alone where it exists, else in all that do. */
    static List<FieldView.Line> lines(@Nullable JsonNode value, Words words) {
        if (value == null || !value.isObject()) {
            return Values.isBlank(value) ? List.of() : List.of(FieldView.Line.of(Values.typed(value)));
        }
        var lines = new ArrayList<FieldView.Line>();
        for (String language : Words.LANGUAGES) {
            String text = Values.typed(value.get(language));
            if (!text.isBlank()) {
                var line = new FieldView.Line(text, language.equals(words.language()) ? "" : language, "");
                lines.add(language.equals(words.language()) ? 0 : lines.size(), line);
            }
        }
        return lines;
    }
}
